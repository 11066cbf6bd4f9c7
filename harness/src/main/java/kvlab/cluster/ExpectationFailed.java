package kvlab.cluster;

import kvlab.diagnostic.Diagnostic;

/** A test expected something of the submission and saw something else. The diagnostic says both. */
public final class ExpectationFailed extends AssertionError {
    private static final long serialVersionUID = 1;

    private final transient Diagnostic diagnostic;

    public ExpectationFailed(Diagnostic diagnostic) {
        super(diagnostic.message());
        this.diagnostic = diagnostic;
    }

    public Diagnostic diagnostic() {
        return diagnostic;
    }
}
