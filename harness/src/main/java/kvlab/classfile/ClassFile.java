package kvlab.classfile;

import java.util.List;
import java.util.Map;
import java.util.Set;
import kvlab.diagnostic.SourcePlace;

/**
 * The content of a class file, as far as the rules need it.
 *
 * @param name internal, such as {@code lab/KvServer$Op}
 * @param sourceFile name without directory, empty if the class file does not say
 * @param supertypes internal names of the class it extends and the interfaces it implements
 * @param members access flags of its own methods and fields, by name ({@code new} for a constructor) and descriptor
 * @param references all that it refers to
 * @param constructs in the order of the code
 * @param classNames binary names of all classes that it mentions, in the file's order
 */
public record ClassFile(
        String name,
        String sourceFile,
        boolean isInterface,
        List<String> supertypes,
        Map<String, Integer> members,
        List<Reference> references,
        List<Construct> constructs,
        Set<String> classNames) {

    /** A construct that a rule may forbid, independent of references. */
    public enum Kind {
        SYNCHRONIZED_METHOD,
        SYNCHRONIZED_BLOCK,
        NATIVE_METHOD,
        FINALIZER
    }

    /** A construct and its place in the source. */
    public record Construct(Kind kind, SourcePlace place) {}

    /** @throws RuntimeException if the bytes are not a class file */
    public static ClassFile read(byte[] bytes) {
        return ClassFileReader.read(bytes);
    }

    /** @param member a field or method, or empty for the class itself */
    public SourcePlace place(String member) {
        return SourcePlace.of(sourceFile, name.replace('/', '.'), member, 0);
    }
}
