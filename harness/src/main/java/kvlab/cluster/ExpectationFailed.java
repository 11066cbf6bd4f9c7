package kvlab.cluster;

import kvlab.diagnostic.Diagnostic;

/** A submission did not behave as a test expects. The diagnostic states the expected and the observed behaviour. */
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
