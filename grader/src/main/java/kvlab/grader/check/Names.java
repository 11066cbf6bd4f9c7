package kvlab.grader.check;

import java.util.stream.Stream;
import org.objectweb.asm.Type;

/** How types are called: internally by class files, with dots by people and by the allow-list. */
final class Names {

    private Names() {}

    /** {@code java.util.Map.Entry} for {@code java/util/Map$Entry}, but {@code lab.KvServer$1} as it is. */
    static String dotted(String internalName) {
        return internalName.replace('/', '.').replaceAll("\\$\\d*(?=[A-Za-z_])", ".");
    }

    /** Internal names of the classes in a type or in the type of a method: of an array, that of its elements. */
    static Stream<String> classesIn(Type type) {
        return switch (type.getSort()) {
            case Type.ARRAY -> classesIn(type.getElementType());
            case Type.OBJECT -> Stream.of(type.getInternalName());
            case Type.METHOD ->
                Stream.concat(Stream.of(type.getArgumentTypes()), Stream.of(type.getReturnType()))
                        .flatMap(Names::classesIn);
            default -> Stream.empty(); // a primitive type, or none
        };
    }
}
