package kvlab.grader.intake;

import java.io.IOException;

/**
 * What was handed in cannot be used, by what is in it. Ends as {@link IntakeResult.Unusable}. An {@code IOException}, so that
 * it gets through the streams of archive readers; as itself it always means the submission, never the machine.
 */
final class UnusableException extends IOException {

    private static final long serialVersionUID = 1;

    /** @param message what is there, and what to do */
    UnusableException(String message) {
        super(message);
    }
}
