package kvlab.diagnostic;

import java.util.List;

/**
 * A place in a submission's source, as far as it is known.
 *
 * @param file the source file's name, such as {@code KvServer.java}, or empty
 * @param type the class's binary name without its package, such as {@code KvServer$Waiting}, or empty
 * @param method or field, {@code <init>} for a constructor and {@code <clinit>} for a static initialiser, or empty; that of a
 *     lambda is the one in which it stands
 * @param line from 1; 0 if it is not known
 */
public record SourcePlace(String file, String type, String method, int line) {

    private static final String LAMBDA = "lambda$";
    private static final List<String> OURS_AND_THE_JDKS =
            List.of("kvlab.", "java.", "javax.", "jdk.", "sun.", "com.sun.", "org.junit.");

    /** Whether a frame of a stack is one of a submission's methods, rather than the kit's or the JDK's. */
    public static boolean isSubmitted(StackTraceElement frame) {
        return frame.getFileName() != null && mayBeSubmitted(frame.getClassName());
    }

    /** Whether a class is neither the kit's nor the JDK's, by its name. */
    public static boolean mayBeSubmitted(String className) {
        return !className.contains("$$Lambda") && OURS_AND_THE_JDKS.stream().noneMatch(className::startsWith);
    }

    public static SourcePlace of(StackTraceElement frame) {
        String file = frame.getFileName() == null ? "" : frame.getFileName();
        return of(file, frame.getClassName(), frame.getMethodName(), frame.getLineNumber());
    }

    /**
     * @param className binary name
     * @param member a method or field as class files name it, or empty
     * @param line not positive if it is not known
     */
    public static SourcePlace of(String file, String className, String member, int line) {
        String type = className.substring(className.lastIndexOf('.') + 1);
        return new SourcePlace(file, type, writtenIn(member), Math.max(0, line));
    }

    /** The compiler turns a lambda in {@code put} into a method {@code lambda$put$0}. */
    private static String writtenIn(String member) {
        int end = member.lastIndexOf('$');
        if (!member.startsWith(LAMBDA) || end <= LAMBDA.length()) {
            return member;
        }
        String name = member.substring(LAMBDA.length(), end);
        return name.equals("new") ? "<init>" : name.equals("static") ? "<clinit>" : name;
    }

    /** For people: {@code KvServer.put, KvServer.java:57}, or what is known of that. */
    @Override
    public String toString() {
        String where = where();
        return member().isEmpty() || where.isEmpty() ? member() + where : member() + ", " + where;
    }

    /** The same as what a sentence is about: {@code KvServer.put (KvServer.java:57)}. */
    public String asSubject() {
        String where = where();
        return member().isEmpty() || where.isEmpty() ? member() + where : member() + " (" + where + ")";
    }

    private String where() {
        return line == 0 || file.isEmpty() ? file : file + ":" + line;
    }

    private String member() {
        String owner = type.replaceAll("\\$\\d*(?=[A-Za-z_])", ".");
        return switch (method) {
            case "" -> owner;
            case "<init>" -> owner + "'s constructor";
            case "<clinit>" -> owner + "'s static initialiser";
            default -> owner.isEmpty() ? method : owner + "." + method;
        };
    }
}
