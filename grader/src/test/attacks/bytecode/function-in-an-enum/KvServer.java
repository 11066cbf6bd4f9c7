// attack shared-state: an enum's function is a method of one queue
// verdict: refused
// says: the ArrayDeque in it (KvServer.Kind.PUT.keep → a captured variable) can change
package lab;

import java.util.ArrayDeque;
import java.util.function.Predicate;

import kvlab.api.*;

public final class KvServer implements KeyValueServer {
    private enum Kind {
        PUT(new ArrayDeque<String>()::add);

        private final Predicate<String> keep;

        Kind(Predicate<String> keep) {
            this.keep = keep;
        }
    }

    public KvServer(ServerContext context) {}

    public Status put(RequestId request, String key, String value) {
        Kind.PUT.keep.test(value);
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
