// attack floods, print: prints go nowhere
// verdict: failed
// says: ended in TIMEOUT
package lab;

import kvlab.api.*;

public final class KvServer implements KeyValueServer {
    public KvServer(ServerContext context) {}

    public Status put(RequestId request, String key, String value) {
        for (int i = 0; i < 10_000; i++) {
            System.out.println("TEST 1 Passed".repeat(100));
            System.err.println("\u001b[2J");
        }
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
