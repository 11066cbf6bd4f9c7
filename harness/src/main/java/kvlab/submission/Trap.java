package kvlab.submission;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.objectweb.asm.Type;

/**
 * Methods of the Java library that are wrong in a simulation, each for the same reason.
 *
 * @param owner name of the class or interface; classes that inherit from it are meant too
 * @param methods each either {@code name}, for all its overloads, or {@code name(Type,Type)} with simple type names,
 *     for one; {@code *Suffix} for all that end so, {@code *} for all; a constructor's name is {@code new}
 * @param why how the sentence "calls X, which ..." goes on
 * @param instead what to do about it: a sentence
 */
record Trap(String owner, List<String> methods, String why, String instead) {

    boolean catches(String method, String descriptor) {
        String name = method.equals("<init>") ? "new" : method;
        return methods.stream().anyMatch(pattern -> matches(pattern, name, descriptor));
    }

    private static boolean matches(String pattern, String name, String descriptor) {
        if (pattern.startsWith("*")) {
            return name.endsWith(pattern.substring(1));
        }
        boolean oneOverload = pattern.startsWith(name + "(");
        return oneOverload ? pattern.equals(name + parameters(descriptor)) : pattern.equals(name);
    }

    private static String parameters(String descriptor) {
        return Stream.of(Type.getArgumentTypes(descriptor))
                .map(type -> Names.of(type.getClassName()))
                .collect(Collectors.joining(",", "(", ")"));
    }
}
