// Correct S11: the handout's smallest design. Only what comes out at its index ends a call: its own, or another.
// only core: a request that is sent again is applied again, and a call ends only if something else is committed later
package lab;

import java.util.HashMap;
import java.util.LinkedHashMap;
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

/** Has no time-out: a leader that is cut off leaves its callers waiting until it is connected again. */
public final class KvServer implements KeyValueServer {
    private record Operation(String kind, RequestId request, String key, String value) implements Command {}

    private final ServerContext context;
    private final Map<String, String> store = new HashMap<>();
    private final Map<Long, Map<Operation, Promise<GetResult>>> waiters = new HashMap<>();

    public KvServer(ServerContext context) {
        this.context = context;
    }

    @Override
    public Status put(RequestId request, String key, String value) {
        return agree(new Operation("put", request, key, value)).status();
    }

    @Override
    public Status append(RequestId request, String key, String value) {
        return agree(new Operation("append", request, key, value)).status();
    }

    @Override
    public GetResult get(RequestId request, String key) {
        return agree(new Operation("get", request, key, ""));
    }

    private GetResult agree(Operation operation) {
        Start start = context.raft().start(operation);
        if (!start.leader()) {
            return GetResult.failed(Status.NOT_LEADER);
        }
        Promise<GetResult> answer = context.promise();
        waiters.computeIfAbsent(start.index(), index -> new LinkedHashMap<>()).put(operation, answer);
        return answer.await();
    }

    @Override
    public void onNextCommand(CommittedCommand committed) {
        GetResult result = apply((Operation) committed.command());
        Map<Operation, Promise<GetResult>> here = waiters.remove(committed.index());
        if (here != null) {
            Promise<GetResult> own = here.remove(committed.command());
            if (own != null) {
                own.complete(result);
            }
            here.forEach((lost, answer) -> answer.complete(GetResult.failed(Status.NOT_LEADER)));
        }
    }

    private GetResult apply(Operation operation) {
        String value = store.getOrDefault(operation.key(), "");
        switch (operation.kind()) {
            case "put" -> value = operation.value();
            case "append" -> value = value + operation.value();
            default -> {
                return GetResult.success(value);
            }
        }
        store.put(operation.key(), value);
        return GetResult.success("");
    }
}
