// attack shared-state: a queue in a constant of a type that has no method to add
// verdict: refused
// says: the ArrayDeque in it can change
package lab;

import java.util.ArrayDeque;
import java.util.Queue;

import kvlab.api.*;

public final class KvServer implements KeyValueServer {
    private interface Shared {
        Iterable<String> VALUES = new ArrayDeque<>();
    }

    public KvServer(ServerContext context) {}

    public Status put(RequestId request, String key, String value) {
        ((Queue<String>) Shared.VALUES).add(value);
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
