// attack shared-state: a constant that all servers share has a field that changes
// verdict: refused
// says: belongs to an enum
package lab;

import kvlab.api.*;

public final class KvServer implements KeyValueServer {
    private enum Store {
        SHARED;

        private String value = "";
    }

    public KvServer(ServerContext context) {}

    public Status put(RequestId request, String key, String value) {
        Store.SHARED.value = value;
        return Status.SUCCESS;
    }

    public Status append(RequestId request, String key, String value) {
        return Status.TIMEOUT;
    }

    public GetResult get(RequestId request, String key) {
        return GetResult.success(Store.SHARED.value);
    }

    public void onNextCommand(CommittedCommand committed) {}
}
