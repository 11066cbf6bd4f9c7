package kvlab.grader.check;

/**
 * A place in a student's source.
 *
 * @param className with dots: {@code lab.KvServer.Op}
 * @param sourceFile name without directory, empty if the class file does not say
 * @param member a field or method as class files name it; empty for the class itself
 * @param line from 1; 0 if unknown
 */
record Site(String className, String sourceFile, String member, int line) {

    /** Like {@code KvServer.put (KvServer.java:57)}. */
    @Override
    public String toString() {
        return subject() + place();
    }

    /** The part of {@link #toString()} in parentheses, with a space before it. */
    String place() {
        return sourceFile.isEmpty() ? "" : " (" + sourceFile + (line > 0 ? ":" + line : "") + ")";
    }

    private String subject() {
        String owner = className.startsWith("lab.") ? className.substring("lab.".length()) : className;
        return switch (member) {
            case "" -> owner;
            case "<init>" -> owner + "'s constructor";
            case "<clinit>" -> owner + "'s static initialiser";
            default -> owner + "." + writtenIn(member);
        };
    }

    /** The method in whose text a lambda stands, which the compiler makes a method like {@code lambda$put$0} of. */
    private static String writtenIn(String member) {
        if (!member.startsWith("lambda$")) {
            return member;
        }
        int end = member.lastIndexOf('$');
        return end > "lambda$".length() ? member.substring("lambda$".length(), end) : member;
    }
}
