package kvlab.classfile;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds the class that declares a member, as the Java virtual machine does: in the class and its superclasses first, and
 * only then in interfaces (JVMS 5.4.3.2 to 5.4.3.4). Whether the caller may use the member is not asked.
 */
final class Resolution {

    private final Function<String, Optional<Declarations>> classes;

    /** @param classes finds a class by its internal name */
    Resolution(Function<String, Optional<Declarations>> classes) {
        this.classes = classes;
    }

    /**
     * The internal name of the class that declares a member.
     *
     * @param name {@code new} for a constructor
     * @param descriptor as in class files
     * @return several if the machine may choose among interfaces; empty if it finds none
     */
    Set<String> declaring(String owner, String name, String descriptor) {
        Optional<Declarations> type = classes.apply(owner);
        String member = name + descriptor;
        if (type.isEmpty()) {
            return Set.of();
        } else if (name.equals("new")) {
            return type.get().declares(member) ? Set.of(owner) : Set.of();
        } else if (descriptor.startsWith("(")) {
            return method(type.get(), member);
        }
        return field(owner, member).map(Set::of).orElse(Set.of());
    }

    /** JVMS 5.4.3.2: the class, its superinterfaces, then its superclass in the same way. */
    private Optional<String> field(String owner, String field) {
        for (Optional<Declarations> type = classes.apply(owner);
                type.isPresent();
                type = classes.apply(type.get().superclass())) {
            Optional<String> found = Stream.concat(
                            type.stream(), interfaces(type.get().interfaces()).stream())
                    .filter(each -> each.declares(field))
                    .map(Declarations::name)
                    .findFirst();
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private Set<String> method(Declarations type, String method) {
        Optional<String> found = type.isInterface() ? inInterface(type, method) : inClass(type, method);
        return found.map(Set::of).orElseGet(() -> inSuperinterfaces(type, method));
    }

    private Optional<String> inClass(Declarations type, String method) {
        for (Optional<Declarations> each = Optional.of(type);
                each.isPresent();
                each = classes.apply(each.get().superclass())) {
            if (each.get().declares(method)) {
                return each.map(Declarations::name);
            }
        }
        return Optional.empty();
    }

    private Optional<String> inInterface(Declarations type, String method) {
        if (type.declares(method)) {
            return Optional.of(type.name());
        }
        return classes.apply(Declarations.OBJECT)
                .filter(object -> object.isPublicInstance(method))
                .map(Declarations::name);
    }

    /** The one maximally specific method that is not abstract, or any. */
    private Set<String> inSuperinterfaces(Declarations type, String method) {
        List<Declarations> all = superinterfaces(type).stream()
                .filter(each -> each.passesOn(method))
                .toList();
        List<Declarations> concrete = all.stream()
                .filter(each -> all.stream().noneMatch(other -> other != each && isBelow(other, each)))
                .filter(each -> !each.declaresAbstract(method))
                .toList();
        return (concrete.size() == 1 ? concrete : all)
                .stream().map(Declarations::name).collect(Collectors.toUnmodifiableSet());
    }

    private boolean isBelow(Declarations one, Declarations other) {
        return superinterfaces(one).contains(other);
    }

    /** All superinterfaces, also those of superclasses. */
    Collection<Declarations> superinterfaces(Declarations type) {
        return interfaces(type.supertypes());
    }

    /** The interfaces among some types and their supertypes, depth first in the order in which classes name them. */
    private Collection<Declarations> interfaces(List<String> types) {
        List<Declarations> found = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        Deque<String> next = new ArrayDeque<>(types);
        while (!next.isEmpty()) {
            Optional<Declarations> type =
                    Optional.of(next.pop()).filter(seen::add).flatMap(classes);
            type.filter(Declarations::isInterface).ifPresent(found::add);
            List<String> above = type.map(Declarations::supertypes).orElse(List.of());
            for (int i = above.size() - 1; i >= 0; i--) {
                next.push(above.get(i));
            }
        }
        return found;
    }
}
