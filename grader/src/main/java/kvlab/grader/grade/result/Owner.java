package kvlab.grader.grade.result;

/**
 * The author of a submission, as the collecting system names them. The texts are untrusted: a report escapes them.
 *
 * @param name for a group all names, separated by commas
 * @param id the collecting system's number; may be empty
 * @param email may be empty
 */
public record Owner(String name, String id, String email) {}
