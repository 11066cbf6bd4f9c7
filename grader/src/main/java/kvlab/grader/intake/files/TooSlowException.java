package kvlab.grader.intake.files;

import java.io.IOException;

/** Reading an upload takes too long; it is unknown whether the upload or the machine is the reason. */
public final class TooSlowException extends IOException {

    private static final long serialVersionUID = 1;

    public TooSlowException(String message) {
        super(message);
    }
}
