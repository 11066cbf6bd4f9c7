package kvlab.reduction;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** The elements of one run of a schedule: those that occurred, in order. The schedule asks before each. */
public final class Elements {
    private final Predicate<Element> kept;
    private final Set<Element> occurred = new LinkedHashSet<>();

    /** @param kept which are not taken away, such as a {@link Reduction} */
    public Elements(Predicate<Element> kept) {
        this.kept = kept;
    }

    /** None is taken away. */
    public static Elements all() {
        return new Elements(Reduction.NONE);
    }

    /** All but some. */
    public static Elements without(Collection<Element> some) {
        Set<Element> away = Set.copyOf(some);
        return new Elements(element -> !away.contains(element));
    }

    /** Whether the schedule has an element, which counts as having occurred then. */
    public boolean include(Element element) {
        if (!kept.test(element)) {
            return false;
        }
        occurred.add(element);
        return true;
    }

    /** Those that occurred, in the order of their first occurrence. */
    public Set<Element> occurred() {
        return Collections.unmodifiableSet(occurred);
    }

    /** Those of one kind. */
    public List<Element> occurred(Kind kind) {
        List<Element> found = new ArrayList<>();
        for (Element element : occurred) {
            if (element.kind() == kind) {
                found.add(element);
            }
        }
        return found;
    }
}
