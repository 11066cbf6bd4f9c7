// attack loops: never becomes a class
// verdict: refused
// says: a loop there does not end
package lab;

import kvlab.api.*;

public final class KvServer implements KeyValueServer {
    private static final int NEVER = never();

    private static int never() {
        int i = 0;
        while (i >= 0) {
            i = (i + 1) & Integer.MAX_VALUE;
        }
        return i;
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
