package kvlab.cluster;

/** No leader stood in time although a majority was connected: the fault of whoever wrote the Raft, never the server's. */
public final class NoLeader extends IllegalStateException {
    private static final long serialVersionUID = 1;

    NoLeader(String message) {
        super(message);
    }
}
