package kvlab.grader.intake;

/**
 * One source file of a submission.
 *
 * @param name the file's name without its directory, such as {@code KvServer.java}
 * @param text all of it, without a byte order mark
 */
public record SourceFile(String name, String text) {}
