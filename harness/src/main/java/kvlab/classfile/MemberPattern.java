package kvlab.classfile;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.objectweb.asm.Type;

/**
 * Names members of a class in a list of what is allowed or forbidden.
 *
 * @param text {@code name}, for all its overloads; {@code name(long,TimeUnit)} with simple type names, for one of them;
 *     {@code *Suffix} for all names that end so, {@code *} for all. A constructor's name is {@code new}.
 */
public record MemberPattern(String text) {

    /** @param descriptor as in class files */
    public boolean matches(String name, String descriptor) {
        if (text.startsWith("*")) {
            return name.endsWith(text.substring(1));
        }
        return text.equals(name)
                || text.startsWith(name + "(")
                        && descriptor.startsWith("(")
                        && text.equals(name + parameters(descriptor));
    }

    private static String parameters(String descriptor) {
        return Stream.of(Type.getArgumentTypes(descriptor))
                .map(type -> type.getClassName().replaceAll(".*[.$]", ""))
                .collect(Collectors.joining(",", "(", ")"));
    }
}
