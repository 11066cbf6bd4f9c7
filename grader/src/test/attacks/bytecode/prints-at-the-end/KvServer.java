// attack exit, print: prints after the harness did, in a shutdown hook
// verdict: refused
// says: makes a new Thread
package lab;

import kvlab.api.*;

public final class KvServer implements KeyValueServer {
    public KvServer(ServerContext context) {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> System.out.println("TEST 1 Passed")));
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
