// attack reflection: a native method, and its library
// verdict: refused
// says: java.lang.System.load
package lab;

import kvlab.api.*;

public final class KvServer implements KeyValueServer {
    private static native void escape();

    public KvServer(ServerContext context) {
        System.load("/tmp/libescape.so");
        escape();
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
