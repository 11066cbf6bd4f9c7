// attack loops: one task after the other, until they fill the memory
// verdict: timed out
// says: Most of the last ones were caused in put of server
package lab;

import kvlab.api.*;

public final class KvServer implements KeyValueServer {
    private final ServerContext context;

    public KvServer(ServerContext context) {
        this.context = context;
    }

    public Status put(RequestId request, String key, String value) {
        while (true) {
            context.spawn(() -> {});
        }
    }

    public Status append(RequestId request, String key, String value) {
        return Status.TIMEOUT;
    }

    public GetResult get(RequestId request, String key) {
        return GetResult.failed(Status.TIMEOUT);
    }

    public void onNextCommand(CommittedCommand committed) {}
}
