package kvlab.grader.grade.result;

import java.nio.file.Path;

/**
 * A file among the results that cannot be relied on: it is none, another version of the grader wrote it, or it contradicts
 * itself. That says nothing against the others.
 *
 * @param submission what the submission is called that it ought to be about
 * @param reason for people, in one line; may quote the file, so that a console needs it in plain text
 */
public record DamagedResult(Path file, String submission, String reason) {}
