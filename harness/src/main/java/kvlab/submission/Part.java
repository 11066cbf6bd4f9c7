package kvlab.submission;

import kvlab.api.ClerkContext;
import kvlab.api.KeyValueClient;
import kvlab.api.KeyValueServer;
import kvlab.api.RaftContext;
import kvlab.api.RaftPeer;
import kvlab.api.ServerContext;

/**
 * A class that a student may write, with its name in package {@code lab}, its interface and its constructor's
 * parameter.
 */
public enum Part {
    SERVER("KvServer", KeyValueServer.class, ServerContext.class),
    CLERK("Clerk", KeyValueClient.class, ClerkContext.class),
    RAFT("StudentRaft", RaftPeer.class, RaftContext.class);

    private final String simpleName;
    private final Class<?> contract;
    private final Class<?> context;

    Part(String simpleName, Class<?> contract, Class<?> context) {
        this.simpleName = simpleName;
        this.contract = contract;
        this.context = context;
    }

    /** The class's name without its package. */
    public String simpleName() {
        return simpleName;
    }

    /** The class's name. */
    public String className() {
        return "lab." + simpleName;
    }

    Class<?> contract() {
        return contract;
    }

    Class<?> context() {
        return context;
    }
}
