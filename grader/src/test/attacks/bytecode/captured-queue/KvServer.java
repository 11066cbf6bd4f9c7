// attack shared-state: a lambda that has captured a queue
// verdict: refused
// says: the ArrayDeque in it (KvServer.KEEP → a captured variable) can change
package lab;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.function.Function;

import kvlab.api.*;

public final class KvServer implements KeyValueServer {
    private static final Function<String, Integer> KEEP = keeper(new ArrayDeque<>());

    private static Function<String, Integer> keeper(Queue<String> values) {
        return value -> {
            values.add(value);
            return values.size();
        };
    }

    public KvServer(ServerContext context) {}

    public Status put(RequestId request, String key, String value) {
        KEEP.apply(value);
        return Status.SUCCESS;
    }

    public Status append(RequestId request, String key, String value) {
        return Status.TIMEOUT;
    }

    public GetResult get(RequestId request, String key) {
        return GetResult.failed(Status.TIMEOUT);
    }

    public void onNextCommand(CommittedCommand committed) {}
}
