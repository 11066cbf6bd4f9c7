// attack memory: as if nothing had happened
// verdict: failed
// says: ended in TIMEOUT
package lab;

import kvlab.api.*;

public final class KvServer implements KeyValueServer {
    private int deeper(int depth) {
        return deeper(depth + 1) + 1;
    }

    public KvServer(ServerContext context) {}

    public Status put(RequestId request, String key, String value) {
        try {
            deeper(0);
        } catch (StackOverflowError ignored) {
            return Status.SUCCESS;
        }
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
