// Correct: the model answer, frozen. Of entries that have no server of their own this is the server.
package lab;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
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
 * One of several servers that together behave like a single copy of a key/value store.
 *
 * <p>Every operation, gets included, goes into Raft's log, and every server applies what comes out of the log, in order.
 * So all servers go through the same states, and the place in the log is the one order that all clients see. A handler
 * puts its operation into the log and waits; {@link #onNextCommand} applies it and wakes the handler with the answer.
 */
public final class KvServer implements KeyValueServer {
    /** Agreement takes some tens of milliseconds. After so long this server has probably lost touch with the majority. */
    private static final Duration PATIENCE = Duration.ofMillis(500);

    private enum Kind {
        PUT,
        APPEND,
        GET
    }

    /** What stands in the log: all that any server needs to apply the operation, now or after a restart. */
    private record Operation(RequestId request, Kind kind, String key, String value) implements Command {}

    /** A handler that waits for the command it started in a term. */
    private record Waiting(long term, Promise<GetResult> answer) {}

    /** The latest operation of a client that has taken effect, and what it answered. */
    private record Applied(long sequence, GetResult answer) {}

    private final ServerContext context;

    // What the log has made of this server. Only onNextCommand changes these, so all servers agree on them.
    private final Map<String, String> store = new HashMap<>();
    private final Map<Long, Applied> lastOfClient = new HashMap<>();

    // Handlers of this server, by the index in the log at which their command should appear.
    private final Map<Long, Waiting> waitingAt = new HashMap<>();

    public KvServer(ServerContext context) {
        this.context = context;
    }

    @Override
    public Status put(RequestId request, String key, String value) {
        return agree(new Operation(request, Kind.PUT, key, value)).status();
    }

    @Override
    public Status append(RequestId request, String key, String value) {
        return agree(new Operation(request, Kind.APPEND, key, value)).status();
    }

    /** A leader that has been cut off does not know it, and its store may be out of date: so a get needs the log too. */
    @Override
    public GetResult get(RequestId request, String key) {
        return agree(new Operation(request, Kind.GET, key, ""));
    }

    /** Puts an operation into the log and waits until it is applied here, or turns out to be lost. */
    private GetResult agree(Operation operation) {
        Start start = context.raft().start(operation);
        if (!start.leader()) {
            return GetResult.failed(Status.NOT_LEADER);
        }
        Waiting waiting = new Waiting(start.term(), context.promise());
        Waiting displaced = waitingAt.put(start.index(), waiting);
        if (displaced != null) { // its command was dropped from this log: who knows what other servers have
            displaced.answer().complete(GetResult.failed(Status.TIMEOUT));
        }
        Optional<GetResult> answer = waiting.answer().await(PATIENCE);
        waitingAt.remove(start.index(), waiting);
        return answer.orElseGet(() -> GetResult.failed(Status.TIMEOUT));
    }

    @Override
    public void onNextCommand(CommittedCommand committed) {
        GetResult answer = applyOnce((Operation) committed.command());
        Waiting waiting = waitingAt.remove(committed.index());
        if (waiting == null) {
            return; // started by another server, or in an earlier life, or its handler has given up
        }
        // Index and term tell a command apart from all others. If another one has taken the place of ours, then ours
        // can never be committed, and this server has lost the leadership in which it was started.
        boolean ours = waiting.term() == committed.term();
        waiting.answer().complete(ours ? answer : GetResult.failed(Status.NOT_LEADER));
    }

    /**
     * A request may come out of the log more than once, since its client sends it again when it heard nothing, and since
     * a copy may have been under way for long. It takes effect the first time. To remember the latest of each client is
     * enough, and keeps memory bounded by the number of clients: a client makes one call at a time, so the latest is
     * answered as it was the first time, and nobody waits for the answer to an older one any more.
     */
    private GetResult applyOnce(Operation operation) {
        RequestId request = operation.request();
        Applied last = lastOfClient.get(request.client());
        if (last != null && request.sequence() <= last.sequence()) {
            return last.answer();
        }
        GetResult answer = apply(operation);
        lastOfClient.put(request.client(), new Applied(request.sequence(), answer));
        return answer;
    }

    private GetResult apply(Operation operation) {
        switch (operation.kind()) {
            case PUT -> store.put(operation.key(), operation.value());
            case APPEND -> store.merge(operation.key(), operation.value(), String::concat);
            case GET -> {
                return GetResult.success(store.getOrDefault(operation.key(), ""));
            }
        }
        return GetResult.success("");
    }
}
