// attack threads: one call after the other that waits for ever, each of which may need a thread
// verdict: timed out
// says: more than 1000 calls are suspended
package lab;

import kvlab.api.*;

public final class KvServer implements KeyValueServer {
    private final ServerContext context;

    public KvServer(ServerContext context) {
        this.context = context;
        waitAndSpawn();
    }

    private void waitAndSpawn() {
        context.spawn(() -> {
            waitAndSpawn();
            try {
                context.promise().await();
            } catch (Throwable refused) {
                // And go on.
            }
        });
    }

    public Status put(RequestId request, String key, String value) {
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
