package kvlab.grader.intake.git;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * One commit of a git repository.
 *
 * @param digits its hash in lower case, or a unique prefix; for a SHA-256 repository the whole hash
 */
public record CommitId(String digits) implements Revision {

    private static final Pattern DIGITS = Pattern.compile("[0-9a-f]{7,40}|[0-9a-f]{64}");

    /** @throws IllegalArgumentException if no commit can have this name */
    public CommitId {
        digits = digits.toLowerCase(Locale.ROOT);
        if (!DIGITS.matcher(digits).matches()) {
            throw new IllegalArgumentException("\"" + digits + "\" is not the name of a commit: give the hexadecimal"
                    + " digits that git log shows, seven of them or more");
        }
    }
}
