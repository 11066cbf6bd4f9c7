package kvlab.classfile;

import kvlab.diagnostic.SourcePlace;

/**
 * Something that a class file refers to. Names of types are internal ones, such as {@code java/util/Map$Entry}; that of
 * an array is the one of its element.
 */
public sealed interface Reference {

    SourcePlace place();

    /** @param how the verb after the place in a sentence, such as {@code extends} */
    record ToType(SourcePlace place, String how, String type) implements Reference {}

    /**
     * @param how such as {@code calls}
     * @param name {@code new} for a constructor
     * @param descriptor as in class files
     */
    record ToMember(SourcePlace place, String how, String owner, String name, String descriptor) implements Reference {

        public boolean isMethod() {
            return descriptor.startsWith("(");
        }
    }

    /** A bootstrap method of a call or a constant, in a use that no compiler for Java 17 makes. */
    record ToLinker(SourcePlace place, String owner, String name) implements Reference {}
}
