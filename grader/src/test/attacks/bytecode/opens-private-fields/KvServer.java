// attack reflection, casts: looks behind the context for the cluster
// verdict: refused
// says: java.lang.Class.getDeclaredFields
package lab;

import kvlab.api.*;

public final class KvServer implements KeyValueServer {
    public KvServer(ServerContext context) {
        for (var field : context.getClass().getDeclaredFields()) {
            field.setAccessible(true);
        }
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
