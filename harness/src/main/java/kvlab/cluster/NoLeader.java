package kvlab.cluster;

import kvlab.diagnostic.Diagnostic;

/** A connected majority had no stable leader in time. The Raft is at fault, never the server on it. */
public final class NoLeader extends IllegalStateException {
    private static final long serialVersionUID = 1;

    private final transient Diagnostic diagnostic;

    NoLeader(Diagnostic diagnostic) {
        super(diagnostic.message());
        this.diagnostic = diagnostic;
    }

    public Diagnostic diagnostic() {
        return diagnostic;
    }
}
