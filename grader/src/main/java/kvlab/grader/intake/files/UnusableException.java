package kvlab.grader.intake.files;

import java.io.IOException;
import kvlab.diagnostic.Diagnostic;

/**
 * An upload cannot be used, for what is in it: intake's answer to the student. An {@code IOException}, so that it
 * gets through the streams of archive readers; as itself it always means the submission, never the machine.
 */
public final class UnusableException extends IOException {

    private static final long serialVersionUID = 1;

    private final transient Diagnostic diagnostic;

    public UnusableException(Diagnostic diagnostic) {
        super(diagnostic.code());
        this.diagnostic = diagnostic;
    }

    /** The code alone as long as the path is not known: the sentence is not complete without it. */
    @Override
    public String getMessage() {
        return diagnostic.arguments().containsKey("path") ? diagnostic.message() : diagnostic.code();
    }

    /** For a file inside the submission, by any name. */
    public static UnusableException holding(Diagnostic diagnostic, String file) {
        return new UnusableException(diagnostic.with("file", Shown.name(file)));
    }

    public static UnusableException unpacksToMoreThan(long bytes) {
        return new UnusableException(Diagnostic.of("intake.unpacks-too-large").with("mebibytes", bytes >> 20));
    }

    public Diagnostic diagnostic() {
        return diagnostic;
    }

    /** The same with the path of the upload, unless it has one. */
    public UnusableException at(String path) {
        return diagnostic.arguments().containsKey("path") ? this : new UnusableException(diagnostic.with("path", path));
    }
}
