// attack mutable, casts: the other servers get a reference to this one
// verdict: failed
// says: which belongs to one server
package lab;

import kvlab.api.*;

public final class KvServer implements KeyValueServer {
    private record Op(KvServer server) implements Command {}

    private final ServerContext context;

    public KvServer(ServerContext context) {
        this.context = context;
    }

    public Status put(RequestId request, String key, String value) {
        context.raft().start(new Op(this));
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
