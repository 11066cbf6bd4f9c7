// attack shared-state: a raw cast hides a queue in a list of strings
// verdict: refused
// says: the ArrayDeque in it (KvServer.NAMES[0]) can change
package lab;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;

import kvlab.api.*;

public final class KvServer implements KeyValueServer {
    @SuppressWarnings({"unchecked", "rawtypes"})
    private static final List<String> NAMES = List.copyOf((List) List.of(new ArrayDeque<String>()));

    public KvServer(ServerContext context) {}

    public Status put(RequestId request, String key, String value) {
        ((Queue) (Object) ((List) NAMES).get(0)).add(value);
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
