// attack print: a text of 200,000 paths, for patterns that recurse
// verdict: failed
// says: /a/a/a
package lab;

import kvlab.api.*;

public final class KvServer implements KeyValueServer {
    public KvServer(ServerContext context) {}

    public Status put(RequestId request, String key, String value) {
        throw new IllegalStateException("/a".repeat(200_000));
    }

    public Status append(RequestId request, String key, String value) {
        return Status.TIMEOUT;
    }

    public GetResult get(RequestId request, String key) {
        return GetResult.failed(Status.TIMEOUT);
    }

    public void onNextCommand(CommittedCommand committed) {}
}
