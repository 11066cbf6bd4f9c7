package kvlab.classfile;

import java.util.stream.Stream;
import org.objectweb.asm.Type;

/** Converts names of types: internal in class files, with dots in messages and lists. */
public final class TypeNames {

    private TypeNames() {}

    /** {@code java.util.Map.Entry} for {@code java/util/Map$Entry}, but {@code lab.KvServer$1} as it is. */
    public static String dotted(String name) {
        return name.replace('/', '.').replaceAll("\\$\\d*(?=[A-Za-z_])", ".");
    }

    /** The same without the package: {@code Map.Entry}. */
    public static String withoutPackage(String name) {
        String binary = name.replace('/', '.');
        return dotted(binary.substring(binary.lastIndexOf('.') + 1));
    }

    /** Internal names of the classes in the descriptor of a field or method. */
    public static Stream<String> inDescriptor(String descriptor) {
        return classesIn(Type.getType(descriptor));
    }

    /** Internal names of the classes in a type or in the type of a method: of an array, that of its elements. */
    static Stream<String> classesIn(Type type) {
        return switch (type.getSort()) {
            case Type.ARRAY -> classesIn(type.getElementType());
            case Type.OBJECT -> Stream.of(type.getInternalName());
            case Type.METHOD ->
                Stream.concat(Stream.of(type.getArgumentTypes()), Stream.of(type.getReturnType()))
                        .flatMap(TypeNames::classesIn);
            default -> Stream.empty(); // a primitive type, or none
        };
    }
}
