// attack shared-state: a comparator of the library's that asks one with a queue
// verdict: refused
// says: the ArrayDeque in it (KvServer.ORDER → a captured variable → a captured variable) can change
package lab;

import java.util.ArrayDeque;
import java.util.Comparator;

import kvlab.api.*;

public final class KvServer implements KeyValueServer {
    private static final Comparator<String> ORDER = Comparator.comparing(new ArrayDeque<String>()::add);

    public KvServer(ServerContext context) {}

    public Status put(RequestId request, String key, String value) {
        ORDER.compare(key, value);
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
