// attack shared-state: a class that fails keeps its exception, which each server finds as the cause
// verdict: refused
// says: KvServer.Fails cannot be initialised: Kept
package lab;

import java.util.ArrayDeque;
import java.util.Queue;

import kvlab.api.*;

public final class KvServer implements KeyValueServer {
    private static final class Kept extends RuntimeException {
        private final Queue<String> values = new ArrayDeque<>();
    }

    private static final class Fails {
        static final int NEVER = never();

        private static int never() {
            throw new Kept();
        }
    }

    public KvServer(ServerContext context) {}

    public Status put(RequestId request, String key, String value) {
        Throwable thrown = null;
        try {
            key += Fails.NEVER;
        } catch (LinkageError e) {
            for (thrown = e; thrown.getCause() != null; thrown = thrown.getCause()) {}
        }
        ((Kept) thrown).values.add(value);
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
