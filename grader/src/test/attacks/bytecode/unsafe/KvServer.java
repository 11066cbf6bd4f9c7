// attack reflection: memory by address
// verdict: refused
// says: Unsafe
package lab;

import kvlab.api.*;

public final class KvServer implements KeyValueServer {
    private sun.misc.Unsafe unsafe;

    public KvServer(ServerContext context) {
        unsafe.putLong(0, 0);
    }

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
