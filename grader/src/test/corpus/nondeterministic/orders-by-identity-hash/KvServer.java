// Correct, but another schedule in each JVM: what has arrived within 20 ms goes into the log in the order of a HashMap
// whose keys have no hash but their identity.
package lab;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import kvlab.api.Command;
import kvlab.api.CommittedCommand;
import kvlab.api.GetResult;
import kvlab.api.KeyValueServer;
import kvlab.api.Promise;
import kvlab.api.RequestId;
import kvlab.api.ServerContext;
import kvlab.api.Start;
import kvlab.api.Status;

/** Collects calls and starts them together. */
public final class KvServer implements KeyValueServer {
    private static final Duration COLLECTING = Duration.ofMillis(20);
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private record Op(String kind, RequestId request, String key, String value) implements Command {}

    private record Waiter(long term, Promise<GetResult> answer) {}

    private final ServerContext context;
    private final Map<String, String> store = new HashMap<>();
    private final Map<Long, Waiter> waiters = new HashMap<>();
    private Map<Promise<GetResult>, Op> collected = new HashMap<>();

    public KvServer(ServerContext context) {
        this.context = context;
    }

    @Override
    public Status put(RequestId request, String key, String value) {
        return collect(new Op("put", request, key, value)).status();
    }

    @Override
    public Status append(RequestId request, String key, String value) {
        return collect(new Op("append", request, key, value)).status();
    }

    @Override
    public GetResult get(RequestId request, String key) {
        return collect(new Op("get", request, key, ""));
    }

    private GetResult collect(Op op) {
        Promise<GetResult> answer = context.promise();
        if (collected.isEmpty()) {
            context.spawn(this::startAll);
        }
        collected.put(answer, op);
        return answer.await(PATIENCE).orElse(GetResult.failed(Status.TIMEOUT));
    }

    private void startAll() {
        context.sleep(COLLECTING);
        Map<Promise<GetResult>, Op> all = collected;
        collected = new HashMap<>();
        all.forEach((answer, op) -> {
            Start start = context.raft().start(op);
            if (start.leader()) {
                waiters.put(start.index(), new Waiter(start.term(), answer));
            } else {
                answer.complete(GetResult.failed(Status.NOT_LEADER));
            }
        });
    }

    @Override
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
