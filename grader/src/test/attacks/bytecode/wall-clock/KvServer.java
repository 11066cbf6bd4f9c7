// attack chance: time that no schedule controls
// verdict: refused
// says: System.currentTimeMillis
package lab;

import kvlab.api.*;

public final class KvServer implements KeyValueServer {
    public KvServer(ServerContext context) {}

    public Status put(RequestId request, String key, String value) {
        return System.currentTimeMillis() % 2 == 0 ? Status.SUCCESS : Status.TIMEOUT;
    }

    public Status append(RequestId request, String key, String value) {
        return Status.TIMEOUT;
    }

    public GetResult get(RequestId request, String key) {
        return GetResult.failed(Status.TIMEOUT);
    }

    public void onNextCommand(CommittedCommand committed) {}
}
