package kvlab.diagnostic;

/**
 * A place in a submission's source, as far as it is known.
 *
 * @param file the source file's name, such as {@code KvServer.java}, or empty
 * @param type the class's binary name without its package, such as {@code KvServer$Waiting}, or empty
 * @param method or empty
 * @param line from 1; 0 if it is not known
 */
public record SourcePlace(String file, String type, String method, int line) {

    public static SourcePlace of(StackTraceElement frame) {
        String name = frame.getClassName();
        return new SourcePlace(
                frame.getFileName() == null ? "" : frame.getFileName(),
                name.substring(name.lastIndexOf('.') + 1),
                frame.getMethodName(),
                Math.max(0, frame.getLineNumber()));
    }

    /** For people: {@code KvServer.put, KvServer.java:57}, or what is known of that. */
    @Override
    public String toString() {
        String member = method.isEmpty() || type.isEmpty() ? type + method : type + "." + method;
        String where = line == 0 ? file : file + ":" + line;
        return member.isEmpty() || where.isEmpty() ? member + where : member + ", " + where;
    }
}
