// attack chance: stops the whole schedule
// verdict: refused
// says: Thread.sleep
package lab;

import kvlab.api.*;

public final class KvServer implements KeyValueServer {
    public KvServer(ServerContext context) {}

    public Status put(RequestId request, String key, String value) {
        try {
            Thread.sleep(1000);
        } catch (InterruptedException e) {
            return Status.TIMEOUT;
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
