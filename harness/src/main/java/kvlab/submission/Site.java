package kvlab.submission;

/**
 * A place in the student's source.
 *
 * @param className binary name
 * @param sourceFile name without directory, {@code null} if the class file does not say
 * @param member a field or a method, as class files name it
 * @param line from 1; 0 if unknown
 */
record Site(String className, String sourceFile, String member, int line) {

    /** Like {@code KvServer.put (KvServer.java:57)}. */
    @Override
    public String toString() {
        String source = sourceFile == null ? "" : " (" + sourceFile + (line > 0 ? ":" + line : "") + ")";
        return described() + source;
    }

    private String described() {
        String owner = Names.of(className);
        String name = writtenIn(member);
        return switch (name) {
            case "<init>", "new" -> owner + "'s constructor";
            case "<clinit>", "static" -> owner + "'s static initialiser";
            default -> owner + "." + name;
        };
    }

    /** The method in whose text a lambda stands, which the compiler turns into a method like {@code lambda$put$0}. */
    private static String writtenIn(String member) {
        if (!member.startsWith("lambda$")) {
            return member;
        }
        int end = member.lastIndexOf('$');
        return end > "lambda$".length() ? member.substring("lambda$".length(), end) : member;
    }
}
