// attack shared-state: a side channel between servers
// verdict: refused
// says: System.setProperty
package lab;

import kvlab.api.*;

public final class KvServer implements KeyValueServer {
    public KvServer(ServerContext context) {}

    public Status put(RequestId request, String key, String value) {
        System.setProperty(key, value);
        return Status.SUCCESS;
    }

    public Status append(RequestId request, String key, String value) {
        return Status.TIMEOUT;
    }

    public GetResult get(RequestId request, String key) {
        return GetResult.success(System.getProperty(key));
    }

    public void onNextCommand(CommittedCommand committed) {}
}
