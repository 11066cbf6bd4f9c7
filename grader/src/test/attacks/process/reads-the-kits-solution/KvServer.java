// attack read-files: as a resource
// verdict: failed
// says: did it: null
package lab;

import kvlab.api.*;

public final class KvServer implements KeyValueServer {
    public KvServer(ServerContext context) {
        Reach.tell(() -> {
            Object loader = Reach.call(Class.forName("java.lang.ClassLoader"), "getSystemClassLoader");
            return Reach.call(loader, "getResource", "lab/KvServer.class");
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
