// attack memory: calls itself without end, and never becomes a class
// verdict: refused
// says: cannot be initialised: StackOverflowError
package lab;

import kvlab.api.*;

public final class KvServer implements KeyValueServer {
    private static final int NEVER = never();

    private static int never() {
        return never() + 1;
    }

    public KvServer(ServerContext context) {}

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
