package kvlab.cluster;

import kvlab.diagnostic.Diagnostic;

/** No leader stood in time although a majority was connected: the Raft is at fault, never the server on it. */
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
