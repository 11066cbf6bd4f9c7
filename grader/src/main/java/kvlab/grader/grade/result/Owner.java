package kvlab.grader.grade.result;

/**
 * Who handed a submission in, as far as the collecting system said. All of it is somebody else's text: to be escaped.
 *
 * @param name of a group all names, with commas between
 * @param id the collecting system's number, or empty
 * @param email or empty
 */
public record Owner(String name, String id, String email) {}
