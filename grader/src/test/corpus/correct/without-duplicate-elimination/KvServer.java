// Correct: a client sends a call again only after NOT_LEADER, and this server says so only of a command that is lost.
// only core: a Clerk sends a call again also when it has heard nothing
package lab;

import java.time.Duration;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.TreeMap;
import kvlab.api.Command;
import kvlab.api.CommittedCommand;
import kvlab.api.GetResult;
import kvlab.api.KeyValueServer;
import kvlab.api.Promise;
import kvlab.api.RequestId;
import kvlab.api.ServerContext;
import kvlab.api.Start;
import kvlab.api.Status;

/** Waits by index, tells its own command by identity of value, and gives up all of a term as soon as a later one rules. */
public final class KvServer implements KeyValueServer {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private sealed interface Operation extends Command {
        RequestId request();
    }

    private record Put(RequestId request, String key, String value) implements Operation {}

    private record Append(RequestId request, String key, String value) implements Operation {}

    private record Get(RequestId request, String key) implements Operation {}

    private record Waiter(Operation operation, long term, Promise<GetResult> answer) {}

    private final ServerContext context;
    private final Map<String, String> store = new HashMap<>();
    private final TreeMap<Long, Waiter> waiters = new TreeMap<>();

    public KvServer(ServerContext context) {
        this.context = context;
    }

    @Override
    public Status put(RequestId request, String key, String value) {
        return agree(new Put(request, key, value)).status();
    }

    @Override
    public Status append(RequestId request, String key, String value) {
        return agree(new Append(request, key, value)).status();
    }

    @Override
    public GetResult get(RequestId request, String key) {
        return agree(new Get(request, key));
    }

    private GetResult agree(Operation operation) {
        Start start = context.raft().start(operation);
        if (!start.leader()) {
            return GetResult.failed(Status.NOT_LEADER);
        }
        Waiter waiter = new Waiter(operation, start.term(), context.promise());
        Waiter overwritten = waiters.put(start.index(), waiter);
        if (overwritten != null) {
            overwritten.answer().complete(GetResult.failed(Status.TIMEOUT));
        }
        GetResult answer = waiter.answer().await(PATIENCE).orElse(GetResult.failed(Status.TIMEOUT));
        waiters.remove(start.index(), waiter);
        return answer;
    }

    @Override
    public void onNextCommand(CommittedCommand committed) {
        GetResult answer = apply((Operation) committed.command());
        Waiter waiter = waiters.remove(committed.index());
        if (waiter != null) {
            boolean own =
                    waiter.term() == committed.term() && waiter.operation().equals(committed.command());
            waiter.answer().complete(own ? answer : GetResult.failed(Status.NOT_LEADER));
        }
        giveUpBefore(committed.term());
    }

    /** Terms never fall along the log: once one has come out, no command of an earlier term will. */
    private void giveUpBefore(long term) {
        for (Iterator<Waiter> rest = waiters.values().iterator(); rest.hasNext(); ) {
            Waiter waiter = rest.next();
            if (waiter.term() < term) {
                waiter.answer().complete(GetResult.failed(Status.NOT_LEADER));
                rest.remove();
            }
        }
    }

    private GetResult apply(Operation operation) {
        if (operation instanceof Put put) {
            store.put(put.key(), put.value());
        } else if (operation instanceof Append append) {
            store.put(append.key(), store.getOrDefault(append.key(), "") + append.value());
        } else {
            return GetResult.success(store.getOrDefault(((Get) operation).key(), ""));
        }
        return GetResult.success("");
    }
}
