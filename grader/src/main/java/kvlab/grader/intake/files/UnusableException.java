package kvlab.grader.intake.files;

import java.io.IOException;
import kvlab.diagnostic.Diagnostic;

/**
 * The content of an upload is unusable; the message is for the student. It is an {@code IOException} so that it passes
 * through the streams of archive readers, but always concerns the submission, never the machine.
 */
public final class UnusableException extends IOException {

    private static final long serialVersionUID = 1;

    private final transient Diagnostic diagnostic;

    public UnusableException(Diagnostic diagnostic) {
        super(diagnostic.code());
        this.diagnostic = diagnostic;
    }

    /** Only the code until the path is known, because the sentence contains the path. */
    @Override
    public String getMessage() {
        return diagnostic.arguments().containsKey("path") ? diagnostic.message() : diagnostic.code();
    }

    /** For a file inside the submission. */
    public static UnusableException holding(Diagnostic diagnostic, String file) {
        return new UnusableException(diagnostic.with("file", DisplayText.name(file)));
    }

    public static UnusableException unpacksToMoreThan(long bytes) {
        return new UnusableException(Diagnostic.of("intake.unpacks-too-large").with("mebibytes", bytes >> 20));
    }

    public Diagnostic diagnostic() {
        return diagnostic;
    }

    /** The same with the path of the upload, unless it has one already. */
    public UnusableException at(String path) {
        return diagnostic.arguments().containsKey("path") ? this : new UnusableException(diagnostic.with("path", path));
    }
}
