// attack threads: the pool that all share, by a flag
// verdict: refused
// says: StreamSupport
package lab;

import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import kvlab.api.*;

public final class KvServer implements KeyValueServer {
    public KvServer(ServerContext context) {}

    public Status put(RequestId request, String key, String value) {
        StreamSupport.intStream(() -> IntStream.of(1, 2).spliterator(), 0, true).forEach(each -> {});
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
