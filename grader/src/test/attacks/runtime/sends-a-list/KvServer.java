// attack mutable: a command that can still be changed
// verdict: failed
// says: which can change after it is in the log
package lab;

import kvlab.api.*;

public final class KvServer implements KeyValueServer {
    private record Op(java.util.List<String> values) implements Command {}

    private final ServerContext context;

    public KvServer(ServerContext context) {
        this.context = context;
    }

    public Status put(RequestId request, String key, String value) {
        context.raft().start(new Op(new java.util.ArrayList<>()));
        return Status.TIMEOUT;
    }

    public Status append(RequestId request, String key, String value) {
        return Status.TIMEOUT;
    }

    public GetResult get(RequestId request, String key) {
        return GetResult.failed(Status.TIMEOUT);
    }

    public void onNextCommand(CommittedCommand committed) {}
}
