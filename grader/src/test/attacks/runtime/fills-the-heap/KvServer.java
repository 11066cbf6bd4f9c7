// attack memory: keeps all and goes on
// verdict: crashed
// says: out of memory: it may use 64 MB
package lab;

import kvlab.api.*;

public final class KvServer implements KeyValueServer {
    private final java.util.List<byte[]> kept = new java.util.ArrayList<>();

    public KvServer(ServerContext context) {}

    public Status put(RequestId request, String key, String value) {
        while (true) {
            try {
                kept.add(new byte[1 << 20]);
            } catch (OutOfMemoryError full) {
                continue;
            }
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
