// Correct: waits at its index, and compares terms. A request that comes out of the log again takes effect again.
// only core: a Clerk that sends a request again counts on duplicate elimination
package lab;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import kvlab.api.*;

public class KvServer implements KeyValueServer {
    private record Op(String kind, RequestId request, String key, String value) implements Command {}

    private record Waiter(long term, Promise<GetResult> answer) {}

    private final ServerContext context;
    private final Map<String, String> store = new HashMap<>();
    private final Map<Long, Waiter> waiters = new HashMap<>();

    public KvServer(ServerContext context) {
        this.context = context;
    }

    public Status put(RequestId request, String key, String value) {
        return agree(new Op("put", request, key, value)).status();
    }

    public Status append(RequestId request, String key, String value) {
        return agree(new Op("append", request, key, value)).status();
    }

    public GetResult get(RequestId request, String key) {
        return agree(new Op("get", request, key, ""));
    }

    private GetResult agree(Op op) {
        Start start = context.raft().start(op);
        if (!start.leader()) {
            return GetResult.failed(Status.NOT_LEADER);
        }
        Waiter waiter = new Waiter(start.term(), context.promise());
        waiters.put(start.index(), waiter);
        return waiter.answer().await(Duration.ofSeconds(2)).orElse(GetResult.failed(Status.TIMEOUT));
    }

    public void onNextCommand(CommittedCommand committed) {
        GetResult answer = apply((Op) committed.command());
        Waiter waiter = waiters.remove(committed.index());
        if (waiter != null) {
            boolean own = waiter.term() == committed.term();
            waiter.answer().complete(own ? answer : GetResult.failed(Status.NOT_LEADER));
        }
    }

    private GetResult apply(Op op) {
        String old = store.getOrDefault(op.key(), "");
        String value = op.kind().equals("put") ? op.value() : old + op.value();
        store.put(op.key(), value);
        return GetResult.success(value);
    }
}
