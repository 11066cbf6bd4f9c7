package kvlab.grader.intake.files;

import java.io.IOException;
import kvlab.diagnostic.Diagnostic;

/** An upload could not be read, through no fault of its content. */
public final class NotReadException extends IOException {

    private static final long serialVersionUID = 1;

    private final transient Diagnostic diagnostic;

    /** @param diagnostic lacks the path of the upload */
    public NotReadException(Diagnostic diagnostic) {
        super(diagnostic.code());
        this.diagnostic = diagnostic;
    }

    public Diagnostic diagnostic() {
        return diagnostic;
    }
}
