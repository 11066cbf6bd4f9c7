package kvlab.grader.check;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.objectweb.asm.Type;

/** Which members of a class are allowed. A constructor's name is {@code new}. */
@FunctionalInterface
interface Members {

    Members ALL = (name, descriptor) -> true;

    /** @param descriptor as in class files */
    boolean allow(String name, String descriptor);

    default Members or(Members other) {
        return this == ALL || other == ALL
                ? ALL
                : (name, descriptor) -> allow(name, descriptor) || other.allow(name, descriptor);
    }

    default Members butNot(Members other) {
        return (name, descriptor) -> allow(name, descriptor) && !other.allow(name, descriptor);
    }

    /** All but those that match, each a name, or a name with the simple types of its parameters in parentheses. */
    static Members except(List<String> patterns) {
        return (name, descriptor) -> !matches(patterns, name, descriptor);
    }

    /** None but those that match. */
    static Members only(List<String> patterns) {
        return (name, descriptor) -> matches(patterns, name, descriptor);
    }

    private static boolean matches(List<String> patterns, String name, String descriptor) {
        return patterns.contains(name)
                || descriptor.startsWith("(") && patterns.contains(name + parameters(descriptor));
    }

    private static String parameters(String descriptor) {
        return Stream.of(Type.getArgumentTypes(descriptor))
                .map(type -> type.getClassName().replaceAll(".*[.$]", ""))
                .collect(Collectors.joining(",", "(", ")"));
    }
}
