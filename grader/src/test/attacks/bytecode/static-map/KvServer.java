// attack shared-state: all servers share one store
// verdict: refused
// says: is static, and the HashMap in it can change
package lab;

import java.util.HashMap;
import java.util.Map;
import kvlab.api.*;

public final class KvServer implements KeyValueServer {
    private static final Map<String, String> STORE = new HashMap<>();

    public KvServer(ServerContext context) {}

    public Status put(RequestId request, String key, String value) {
        STORE.put(key, value);
        return Status.SUCCESS;
    }

    public Status append(RequestId request, String key, String value) {
        return Status.TIMEOUT;
    }

    public GetResult get(RequestId request, String key) {
        return GetResult.success(STORE.getOrDefault(key, ""));
    }

    public void onNextCommand(CommittedCommand committed) {}
}
