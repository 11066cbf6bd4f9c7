// attack loops: suspends again and again without a time passing
// verdict: timed out
// says: caused in put of server
package lab;

import java.time.Duration;
import kvlab.api.*;

public final class KvServer implements KeyValueServer {
    private final ServerContext context;

    public KvServer(ServerContext context) {
        this.context = context;
    }

    public Status put(RequestId request, String key, String value) {
        Promise<String> never = context.promise();
        while (never.await(Duration.ZERO).isEmpty()) {
            context.log("waiting");
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
