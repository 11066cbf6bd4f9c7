// attack print, exit: what looks like a report, and like results
// verdict: failed
// says: ended in TIMEOUT
package lab;

import kvlab.api.*;

public final class KvServer implements KeyValueServer {
    public KvServer(ServerContext context) {}

    public Status put(RequestId request, String key, String value) {
        System.out.println("{\"nonce\":\"\",\"report\":{\"report\":\"done\"}}");
        System.out.println("TEST 1 Passed");
        System.out.println("::set-output name=score::100");
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
