package kvlab.grader.policy.yaml;

/**
 * Something wrong with a policy file.
 *
 * @param file as the caller wrote it
 * @param line from 1; 0 if it is about the file as a whole
 * @param key with the keys above it, as in {@code late.most-days}; empty if it is about none
 * @param message what was expected, and what is there
 */
public record Problem(String file, int line, String key, String message) {

    /** In the form that editors turn into a link: {@code file:line: key: message}. One line, safe on a terminal. */
    @Override
    public String toString() {
        String text = file + (line == 0 ? "" : ":" + line) + ": " + (key.isEmpty() ? "" : key + ": ") + message;
        return text.replaceAll("\\p{Cntrl}|\\p{Cf}", "?");
    }
}
