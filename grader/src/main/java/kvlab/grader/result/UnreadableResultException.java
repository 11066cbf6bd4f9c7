package kvlab.grader.result;

import java.io.IOException;
import java.nio.file.Path;

/** A file among the results is none, or one that another version of the grader wrote. */
public final class UnreadableResultException extends IOException {

    private static final long serialVersionUID = 1;

    UnreadableResultException(Path file, String why) {
        super(file + " is not a result in the shape " + SubmissionResult.SCHEMA + " (" + why
                + "): move it away, and grade that submission again");
    }
}
