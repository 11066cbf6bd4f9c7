package kvlab.grader.roster;

import java.nio.file.Path;
import java.util.List;

/** A table of the staff has errors; the message lists all of them, with their lines. */
public final class UnusableTableException extends Exception {

    private static final long serialVersionUID = 1;
    private static final int MAX_LISTED = 50;

    UnusableTableException(Path file, List<String> errors) {
        super(message(file, errors));
    }

    private static String message(Path file, List<String> errors) {
        if (errors.size() == 1) {
            return file + ", " + errors.get(0);
        }
        StringBuilder text = new StringBuilder(file + " has " + errors.size() + " errors:");
        errors.stream().limit(MAX_LISTED).forEach(error -> text.append("\n  ").append(error));
        return errors.size() > MAX_LISTED
                ? text + "\n  and " + (errors.size() - MAX_LISTED) + " more"
                : text.toString();
    }
}
