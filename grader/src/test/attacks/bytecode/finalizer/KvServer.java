// attack memory, threads: runs in a thread of the JVM
// verdict: refused
// says: garbage collector
package lab;

import kvlab.api.*;

public final class KvServer implements KeyValueServer {
    @Override
    protected void finalize() {
        while (true) {}
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
