// Correct: looks every 10 ms whether its term is over, and says NOT_LEADER if so.
package lab;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import kvlab.api.*;

public class KvServer implements KeyValueServer {
    private record Op(String kind, RequestId request, String key, String value) implements Command {}

    private record Waiter(long term, Promise<GetResult> answer) {}

    private final ServerContext context;
    private final Map<String, String> store = new HashMap<>();
    private final Map<Long, Waiter> waiters = new HashMap<>();
    private final Map<Long, Long> last = new HashMap<>();

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
        long deadline = context.now().toMillis() + 2_000;
        while (context.now().toMillis() < deadline && context.raft().state().term() == start.term()) {
            Optional<GetResult> answer = waiter.answer().await(Duration.ofMillis(10));
            if (answer.isPresent()) {
                return answer.get();
            }
        }
        return GetResult.failed(context.raft().state().term() == start.term() ? Status.TIMEOUT : Status.NOT_LEADER);
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
        if (op.request().sequence() <= last.getOrDefault(op.request().client(), 0L)) {
            return GetResult.success(store.getOrDefault(op.key(), ""));
        }
        last.put(op.request().client(), op.request().sequence());
        String old = store.getOrDefault(op.key(), "");
        String value = op.kind().equals("put") ? op.value() : old + op.value();
        store.put(op.key(), value);
        return GetResult.success(value);
    }
}
