// attack shared-state: a number with a queue in a final field
// verdict: refused
// says: the ArrayDeque in it (KvServer.ONE.content) can change
package lab;

import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.Queue;

import kvlab.api.*;

public final class KvServer implements KeyValueServer {
    private static final class Big extends BigDecimal {
        private final Queue<String> content = new ArrayDeque<>();

        Big() {
            super("1");
        }
    }

    private static final BigDecimal ONE = new Big();

    public KvServer(ServerContext context) {}

    public Status put(RequestId request, String key, String value) {
        ((Big) ONE).content.add(value);
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
