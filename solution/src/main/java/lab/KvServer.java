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
 * One server of a replicated key/value store. Together the servers behave like a single copy of the store.
 *
 * <p>Every operation, gets included, goes into Raft's log, and every server applies the log in order. So all servers go
 * through the same states, and the order of the log is the one order that all clients see. A handler puts its operation
 * into the log and waits; {@link #onNextCommand} applies the operation and wakes the handler with the answer.
 *
 * <p>Sections are those of the extended Raft paper (Ongaro and Ousterhout).
 */
public final class KvServer implements KeyValueServer {
    /** Agreement takes some tens of milliseconds. A leader that waits longer has probably lost its majority. */
    private static final Duration COMMIT_TIMEOUT = Duration.ofMillis(500);

    /** An entry of the log. It carries all that any server needs to apply it, now or after a restart. */
    private sealed interface Operation extends Command {
        RequestId request();

        /** Takes effect on the store and returns the value that the key has now. */
        String applyTo(Map<String, String> store);
    }

    private record Put(RequestId request, String key, String value) implements Operation {
        @Override
        public String applyTo(Map<String, String> store) {
            store.put(key, value);
            return value;
        }
    }

    private record Append(RequestId request, String key, String value) implements Operation {
        @Override
        public String applyTo(Map<String, String> store) {
            return store.merge(key, value, String::concat);
        }
    }

    private record Get(RequestId request, String key) implements Operation {
        @Override
        public String applyTo(Map<String, String> store) {
            return store.getOrDefault(key, "");
        }
    }

    /** A handler that waits for the operation it started in this term. */
    private record Waiting(long term, Promise<GetResult> answer) {}

    /** The latest request of a client that was applied, and its answer. */
    private record Applied(long sequence, GetResult answer) {}

    private final ServerContext context;

    // The replicated state. Only onNextCommand changes it, so it is the same on every server that has applied as much.
    private final Map<String, String> store = new HashMap<>();
    private final Map<Long, Applied> lastOfClient = new HashMap<>();

    // This server's own handlers, by the index at which their operation will be in the log if it is committed.
    private final Map<Long, Waiting> waitingAt = new HashMap<>();

    public KvServer(ServerContext context) {
        this.context = context;
    }

    @Override
    public Status put(RequestId request, String key, String value) {
        return agreeOn(new Put(request, key, value)).status();
    }

    @Override
    public Status append(RequestId request, String key, String value) {
        return agreeOn(new Append(request, key, value)).status();
    }

    /** A deposed leader may not know of it, and its store may be stale. So a get needs the log, too (section 8). */
    @Override
    public GetResult get(RequestId request, String key) {
        return agreeOn(new Get(request, key));
    }

    /** Puts an operation into the log and waits until it is applied, is lost, or the time is up. */
    private GetResult agreeOn(Operation operation) {
        Start start = context.raft().start(operation);
        if (!start.leader()) {
            return GetResult.failed(Status.NOT_LEADER);
        }
        Waiting waiting = new Waiting(start.term(), context.promise());
        Waiting displaced = waitingAt.put(start.index(), waiting);
        if (displaced != null) {
            // A later leader removed that handler's entry from this log (section 5.3). The entry may still commit
            // elsewhere, so its outcome is unknown.
            displaced.answer().complete(GetResult.failed(Status.TIMEOUT));
        }
        Optional<GetResult> answer = waiting.answer().await(COMMIT_TIMEOUT);
        waitingAt.remove(start.index(), waiting);
        return answer.orElse(GetResult.failed(Status.TIMEOUT));
    }

    @Override
    public void onNextCommand(CommittedCommand committed) {
        GetResult answer = applyOnce((Operation) committed.command());
        Waiting waiting = waitingAt.remove(committed.index());
        if (waiting == null) {
            return; // Started on another server, or before a restart, or its handler has timed out.
        }
        // Index and term identify an entry (section 5.3). If the terms differ, another entry was committed here: the
        // one that the handler waits for is lost, and its client must find the leader.
        boolean same = waiting.term() == committed.term();
        waiting.answer().complete(same ? answer : GetResult.failed(Status.NOT_LEADER));
    }

    /**
     * Applies an operation unless its client's request has been applied before: a client that hears nothing sends its
     * request again, and the log may then hold it twice (section 8).
     *
     * <p>A client makes one call at a time, so it is enough to remember its latest request.
     */
    private GetResult applyOnce(Operation operation) {
        RequestId request = operation.request();
        Applied last = lastOfClient.get(request.client());
        if (last != null && request.sequence() == last.sequence()) {
            return last.answer(); // The same request again: its client may still be waiting for the answer.
        }
        if (last != null && request.sequence() < last.sequence()) {
            // A late copy of an earlier request. Its outcome is no longer known, but its client has gone on to its
            // next call and does not wait for the answer.
            return GetResult.failed(Status.TIMEOUT);
        }
        GetResult answer = GetResult.success(operation.applyTo(store));
        lastOfClient.put(request.client(), new Applied(request.sequence(), answer));
        return answer;
    }
}
