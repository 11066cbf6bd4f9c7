// attack shared-state: a raw map
// verdict: refused
// says: the HashMap in it can change
package lab;

import java.util.HashMap;
import java.util.Map;

import kvlab.api.*;

public final class KvServer implements KeyValueServer {
    @SuppressWarnings("rawtypes")
    private static final Map VALUES = new HashMap();

    public KvServer(ServerContext context) {}

    public Status put(RequestId request, String key, String value) {
        VALUES.put(key, value);
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
