package kvlab.grader.intake;

import java.io.IOException;
import kvlab.diagnostic.Diagnostic;

/**
 * An upload cannot be used, for what is in it. Ends as {@link IntakeResult.Unusable}. An {@code IOException}, so that
 * it gets through the streams of archive readers; as itself it always means the submission, never the machine.
 */
final class UnusableException extends IOException {

    private static final long serialVersionUID = 1;

    private final transient Diagnostic diagnostic;

    UnusableException(Diagnostic diagnostic) {
        super(diagnostic.code());
        this.diagnostic = diagnostic;
    }

    /** The code alone as long as the path is not known: the sentence is not complete without it. */
    @Override
    public String getMessage() {
        return diagnostic.arguments().containsKey("path") ? diagnostic.message() : diagnostic.code();
    }

    /** For a file inside the submission, by any name. */
    static UnusableException holding(Diagnostic diagnostic, String file) {
        return new UnusableException(diagnostic.with("file", Shown.name(file)));
    }

    static UnusableException unpacksToMoreThan(long bytes) {
        return new UnusableException(Diagnostic.of("intake.unpacks-too-large").with("mebibytes", bytes >> 20));
    }

    Diagnostic diagnostic() {
        return diagnostic;
    }

    /** The same with the path of the upload, unless it has one. */
    UnusableException at(String path) {
        return diagnostic.arguments().containsKey("path") ? this : new UnusableException(diagnostic.with("path", path));
    }
}
