// attack loops: never gets through the first command
// verdict: timed out
// says: a loop there does not end
package lab;

import kvlab.api.*;

public final class KvServer implements KeyValueServer {
    private record Nothing() implements Command {}

    private final ServerContext context;

    public KvServer(ServerContext context) {
        this.context = context;
    }

    public Status put(RequestId request, String key, String value) {
        if (!context.raft().start(new Nothing()).leader()) {
            return Status.NOT_LEADER;
        }
        context.sleep(java.time.Duration.ofSeconds(1));
        return Status.TIMEOUT;
    }

    public Status append(RequestId request, String key, String value) {
        return Status.TIMEOUT;
    }

    public GetResult get(RequestId request, String key) {
        return GetResult.failed(Status.TIMEOUT);
    }

    public void onNextCommand(CommittedCommand committed) {
        for (long i = 0; i >= 0; i = (i + 1) & Long.MAX_VALUE) {}
    }
}
