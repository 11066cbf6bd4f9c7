// attack loops: two handlers wait for each other's answer
// verdict: failed
// says: was still waiting for
package lab;

import kvlab.api.*;

public final class KvServer implements KeyValueServer {
    private final Promise<String> one;
    private final Promise<String> other;

    public KvServer(ServerContext context) {
        one = context.promise();
        other = context.promise();
    }

    public Status put(RequestId request, String key, String value) {
        other.await();
        one.complete(value);
        return Status.SUCCESS;
    }

    public Status append(RequestId request, String key, String value) {
        return Status.TIMEOUT;
    }

    public GetResult get(RequestId request, String key) {
        one.await();
        other.complete(key);
        return GetResult.success("");
    }

    public void onNextCommand(CommittedCommand committed) {}
}
