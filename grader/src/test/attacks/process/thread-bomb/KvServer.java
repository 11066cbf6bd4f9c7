// attack threads: threads without an end
// verdict: failed or crashed or timed out
package lab;

import kvlab.api.*;

public final class KvServer implements KeyValueServer {
    public KvServer(ServerContext context) {
        Reach.tell(() -> {
            Runnable sleeper = () -> {
                try {
                    Reach.call(Class.forName("java.lang.Thread"), "sleep", 100_000L);
                } catch (Throwable awake) {
                    throw new IllegalStateException(awake);
                }
            };
            for (int i = 0; i < 100_000; i++) {
                Reach.call(Reach.make("java.lang.Thread", sleeper), "start");
            }
            return "100,000 threads";
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
