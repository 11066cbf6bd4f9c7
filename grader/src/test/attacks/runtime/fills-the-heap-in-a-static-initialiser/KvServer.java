// attack memory: keeps more than there is, and never becomes a class
// verdict: refused or crashed
package lab;

import java.util.ArrayList;
import java.util.List;
import kvlab.api.*;

public final class KvServer implements KeyValueServer {
    private static final List<long[]> ALL = all();

    private static List<long[]> all() {
        List<long[]> all = new ArrayList<>();
        while (all.size() < Integer.MAX_VALUE) {
            all.add(new long[1 << 20]);
        }
        return all;
    }

verContext context) {}

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
