package kvlab.classfile;

import java.util.Map;
import java.util.Set;
import org.objectweb.asm.Handle;

/** The bootstrap methods with which the compiler links lambdas, string concatenation, records and switches. */
final class Bootstraps {

    private static final Map<String, Set<String>> COMPILERS = Map.of(
            "java/lang/invoke/LambdaMetafactory", Set.of("metafactory", "altMetafactory"),
            "java/lang/invoke/StringConcatFactory", Set.of("makeConcat", "makeConcatWithConstants"),
            "java/lang/runtime/ObjectMethods", Set.of("bootstrap"),
            "java/lang/runtime/SwitchBootstraps", Set.of("typeSwitch", "enumSwitch"));

    private Bootstraps() {}

    static boolean isCompilers(Handle method) {
        return isCompilers(method.getOwner(), method.getName());
    }

    static boolean isCompilers(String owner, String name) {
        return COMPILERS.getOrDefault(owner, Set.of()).contains(name);
    }

    /** Whether a class file names the type only because of such a method. */
    static boolean isOwner(String type) {
        return COMPILERS.containsKey(type);
    }
}
