package kvlab.reduction;

import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * Which elements are left of a schedule. Of some kinds all are, as many as there may be; of each other kind, exactly those
 * listed. Lists name what is left rather than what is gone: after shrinking little is left, and when the schedule takes
 * another course without one element, no further ones appear. Immutable.
 */
public final class Reduction implements Predicate<Element> {
    /** Nothing is taken away. */
    public static final Reduction NONE = new Reduction(new EnumMap<>(Kind.class));

    private final Map<Kind, Set<Element>> left;

    private Reduction(Map<Kind, Set<Element>> left) {
        this.left = left;
    }

    /** This one, with only some elements of a kind left. */
    public Reduction leaving(Kind kind, Collection<Element> some) {
        Map<Kind, Set<Element>> more = new EnumMap<>(Kind.class);
        more.putAll(left);
        if (kind.numbers() == 0 && !some.isEmpty()) {
            more.remove(kind); // there is one only: it is whole
        } else {
            more.put(kind, Collections.unmodifiableSet(new LinkedHashSet<>(new TreeSet<>(some))));
        }
        return new Reduction(more);
    }

    /** This one, without those listed elements that do not occur: it runs the same. */
    public Reduction occurring(Elements run) {
        Reduction fewer = this;
        for (Map.Entry<Kind, Set<Element>> each : left.entrySet()) {
            List<Element> some = run.occurred(each.getKey());
            some.retainAll(each.getValue());
            fewer = fewer.leaving(each.getKey(), some);
        }
        return fewer;
    }

    /** The kinds of which not all elements are left, in order. */
    public Set<Kind> kinds() {
        return Collections.unmodifiableSet(left.keySet());
    }

    /** What is left of a kind that is among {@link #kinds}, sorted. */
    public Set<Element> left(Kind kind) {
        return left.get(kind);
    }

    /** Whether nothing is taken away. */
    public boolean isNone() {
        return left.isEmpty();
    }

    /** The listed elements that did not occur in a run: the code has changed since they did. */
    public List<Element> missingIn(Elements run) {
        return left.values().stream()
                .flatMap(Set::stream)
                .filter(element -> !run.occurred().contains(element))
                .toList();
    }

    @Override
    public boolean test(Element element) {
        Set<Element> some = left.get(element.kind());
        return some == null || some.contains(element);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Reduction reduction && left.equals(reduction.left);
    }

    @Override
    public int hashCode() {
        return left.hashCode();
    }

    @Override
    public String toString() {
        return "left: " + left;
    }
}
