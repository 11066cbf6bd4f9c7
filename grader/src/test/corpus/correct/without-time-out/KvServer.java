// Correct: has no clock. A call ends when its entry is applied, when its index is taken, or when the term is over.
package lab;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
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

/**
 * Says NOT_LEADER as soon as the term has moved on, whether the entry can still be committed or not. That is right only
 * because a re-sent call is recognised: if both entries are committed, the second has no effect.
 */
public final class KvServer implements KeyValueServer {
    private enum Kind {
        PUT,
        APPEND,
        GET
    }

    private record Operation(Kind kind, String key, String value, RequestId request) implements Command {}

    private record Waiter(long index, long term, Promise<GetResult> answer) {}

    private record Reply(long sequence, GetResult result) {}

    private final ServerContext context;
    private final Map<String, String> store = new HashMap<>();
    private final Map<Long, Reply> replies = new HashMap<>();
    private List<Waiter> waiters = new ArrayList<>();

    public KvServer(ServerContext context) {
        this.context = context;
    }

    @Override
    public Status put(RequestId request, String key, String value) {
        return submit(new Operation(Kind.PUT, key, value, request)).status();
    }

    @Override
    public Status append(RequestId request, String key, String value) {
        return submit(new Operation(Kind.APPEND, key, value, request)).status();
    }

    @Override
    public GetResult get(RequestId request, String key) {
        return submit(new Operation(Kind.GET, key, "", request));
    }

    private GetResult submit(Operation operation) {
        Start start = context.raft().start(operation);
        dismissAllBefore(context.raft().state().term());
        if (!start.leader()) {
            return GetResult.failed(Status.NOT_LEADER);
        }
        Waiter waiter = new Waiter(start.index(), start.term(), context.promise());
        waiters.add(waiter);
        return waiter.answer().await();
    }

    @Override
    public void onNextCommand(CommittedCommand committed) {
        Reply reply = perform((Operation) committed.command());
        List<Waiter> remaining = new ArrayList<>();
        for (Waiter waiter : waiters) {
            if (waiter.index() != committed.index()) {
                remaining.add(waiter);
            } else {
                boolean own = waiter.term() == committed.term();
                waiter.answer().complete(own ? reply.result() : GetResult.failed(Status.NOT_LEADER));
            }
        }
        waiters = remaining;
        dismissAllBefore(context.raft().state().term());
    }

    private void dismissAllBefore(long term) {
        for (Waiter waiter : waiters) {
            if (waiter.term() < term) {
                waiter.answer().complete(GetResult.failed(Status.NOT_LEADER));
            }
        }
        waiters.removeIf(waiter -> waiter.term() < term);
    }

    private Reply perform(Operation operation) {
        Reply last = replies.get(operation.request().client());
        if (last != null && last.sequence() >= operation.request().sequence()) {
            return last;
        }
        String value = store.getOrDefault(operation.key(), "");
        switch (operation.kind()) {
            case PUT -> store.put(operation.key(), operation.value());
            case APPEND -> store.put(operation.key(), value + operation.value());
            case GET -> {}
        }
        Reply reply =
                new Reply(operation.request().sequence(), GetResult.success(operation.kind() == Kind.GET ? value : ""));
        replies.put(operation.request().client(), reply);
        return reply;
    }
}
