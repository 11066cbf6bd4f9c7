// attack memory: one array of all there is
// verdict: crashed
// says: out of memory: it may use 64 MB
package lab;

import kvlab.api.*;

public final class KvServer implements KeyValueServer {
    public KvServer(ServerContext context) {}

    public Status put(RequestId request, String key, String value) {
        try {
            long[] all = new long[Integer.MAX_VALUE];
            return all.length > 0 ? Status.SUCCESS : Status.TIMEOUT;
        } catch (OutOfMemoryError ignored) {
            return Status.SUCCESS;
        }
    }

    public Status append(RequestId request, String key, String value) {
        return Status.TIMEOUT;
    }

    public GetResult get(RequestId request, String key) {
        return GetResult.failed(Status.TIMEOUT);
    }

    public void onNextCommand(CommittedCommand committed) {}
}
