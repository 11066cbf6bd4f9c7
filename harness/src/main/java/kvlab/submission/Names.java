package kvlab.submission;

/** How classes are called in messages to students. */
final class Names {

    private Names() {}

    /** Without its package, as the source has it: {@code KvServer.Op} for {@code lab.KvServer$Op}. */
    static String of(String binaryName) {
        return dotted(binaryName.substring(binaryName.lastIndexOf('.') + 1));
    }

    /** With its package: {@code lab.KvServer.Op}, {@code java.util.ArrayList}, {@code byte[]}. */
    static String full(Class<?> type) {
        return dotted(type.getTypeName());
    }

    /** A class that has a name is written with dots, local ones too; one without stays like {@code KvServer$1}. */
    private static String dotted(String name) {
        return name.replaceAll("\\$\\d*(?=[A-Za-z_])", ".");
    }
}
