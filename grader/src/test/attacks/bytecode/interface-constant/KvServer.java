// attack shared-state: a list in an interface
// verdict: refused
// says: is static, and the ArrayList in it can change
package lab;

import java.util.ArrayList;
import java.util.List;
import kvlab.api.*;

public final class KvServer implements KeyValueServer {
    private interface Shared {
        List<String> VALUES = new ArrayList<>();
    }

    public KvServer(ServerContext context) {}

    public Status put(RequestId request, String key, String value) {
        Shared.VALUES.add(value);
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
