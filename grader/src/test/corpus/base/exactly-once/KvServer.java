// Correct: as minimal, and remembers the latest request of each client with its answer.
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

public class KvServer implements KeyValueServer {
    private record Op(String kind, RequestId request, String key, String value) implements Command {}

    private record Waiter(long term, Promise<GetResult> answer) {}

    private record Applied(long sequence, GetResult answer) {}

    private final ServerContext context;
    private final Map<String, String> store = new HashMap<>();
    private final Map<Long, Applied> lastOfClient = new HashMap<>();
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
        GetResult answer = waiter.answer().await(Duration.ofSeconds(2)).orElse(GetResult.failed(Status.TIMEOUT));
        waiters.remove(start.index(), waiter);
        return answer;
    }

    public void onNextCommand(CommittedCommand committed) {
        GetResult answer = applyOnce((Op) committed.command());
        Waiter waiter = waiters.remove(committed.index());
        if (waiter != null) {
            boolean own = waiter.term() == committed.term();
            waiter.answer().complete(own ? answer : GetResult.failed(Status.NOT_LEADER));
        }
    }

    private GetResult applyOnce(Op op) {
        RequestId request = op.request();
        Applied last = lastOfClient.get(request.client());
        if (last != null && request.sequence() <= last.sequence()) {
            return last.answer();
        }
        GetResult answer = apply(op);
        lastOfClient.put(request.client(), new Applied(request.sequence(), answer));
        return answer;
    }

    private GetResult apply(Op op) {
        String old = store.getOrDefault(op.key(), "");
        String value = op.kind().equals("put") ? op.value() : old + op.value();
        store.put(op.key(), value);
        return GetResult.success(value);
    }
}
