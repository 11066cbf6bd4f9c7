// attack loops: cancellation never gets through
// verdict: failed
// says: was still waiting for
package lab;

import kvlab.api.*;

public final class KvServer implements KeyValueServer {
    private final ServerContext context;

    public KvServer(ServerContext context) {
        this.context = context;
    }

    public Status put(RequestId request, String key, String value) {
        while (true) {
            try {
                context.promise().await(java.time.Duration.ofDays(1));
            } catch (Throwable cancelled) {
                continue;
            }
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
