// attack threads: a method of the library behind an interface of its own
// verdict: refused
// says: thenRunAsync
package lab;

import java.util.concurrent.CompletableFuture;
import kvlab.api.*;

interface Async {
    CompletableFuture<Void> thenRunAsync(Runnable task);
}

class Behind extends CompletableFuture<Object> implements Async {}

public final class KvServer implements KeyValueServer {
    public KvServer(ServerContext context) {}

    public Status put(RequestId request, String key, String value) {
        Async behind = new Behind();
        behind.thenRunAsync(() -> {});
        new Behind().complete("go");
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
