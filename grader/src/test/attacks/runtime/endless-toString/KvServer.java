// attack hostile-objects, loops: a command that is never done with saying what it is
// verdict: failed
// says: ended in TIMEOUT
package lab;

import kvlab.api.*;

public final class KvServer implements KeyValueServer {
    private record Op(String value) implements Command {
        @Override
        public String toString() {
            while (true) {}
        }
    }

    private final ServerContext context;

    public KvServer(ServerContext context) {
        this.context = context;
    }

    public Status put(RequestId request, String key, String value) {
        context.raft().start(new Op(value));
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
