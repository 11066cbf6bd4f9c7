// attack references, threads: names a constructor only as an argument of invokedynamic
// verdict: refused
// says: makes a new Thread
package lab;

import java.util.function.Function;
import kvlab.api.*;

public final class KvServer implements KeyValueServer {
    public KvServer(ServerContext context) {
        Function<Runnable, Thread> begin = Thread::new;
        begin.apply(() -> {}).start();
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
