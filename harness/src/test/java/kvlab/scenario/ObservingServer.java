package kvlab.scenario;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import kvlab.api.Command;
import kvlab.api.CommittedCommand;
import kvlab.api.GetResult;
import kvlab.api.KeyValueServer;
import kvlab.api.Promise;
import kvlab.api.RaftState;
import kvlab.api.RequestId;
import kvlab.api.ServerContext;
import kvlab.api.Start;
import kvlab.api.Status;

/** A correct server that notes what a schedule does to it. */
final class ObservingServer implements KeyValueServer {
    private enum Kind {
        PUT,
        APPEND,
        GET
    }

    private record Operation(Kind kind, RequestId request, String key, String value) implements Command {
        boolean isLike(Operation other) {
            return kind == other.kind && key.equals(other.key) && value.equals(other.value);
        }
    }

    private record Waiting(long term, Operation operation, Promise<GetResult> answer) {}

    /** What all servers of one schedule have noted. */
    static final class Notes {
        private final Map<Long, Long> callsOfClient = new HashMap<>();
        private final Map<String, Long> writtenInTerm = new HashMap<>();
        private final Set<Integer> answeredAsLeader = new HashSet<>();
        private Duration lastArrival = Duration.ZERO;
        private long latestTerm;
        private long waiting;

        long mostCallsOfOneClient;
        long mostWaiting;
        Duration longestPause = Duration.ZERO;
        boolean staleKeyAskedOfDeposedLeader;
        boolean likeOfAnotherClientAtIndex;
        boolean earlierOfSameClientAtIndex;
        boolean getWhileEarlierCommitIsLate;

        int leaders() {
            return answeredAsLeader.size();
        }
    }

    private final ServerContext context;
    private final Notes notes;
    private final Map<String, String> store = new HashMap<>();
    private final Map<Long, Waiting> waitingAt = new HashMap<>();

    ObservingServer(ServerContext context, Notes notes) {
        this.context = context;
        this.notes = notes;
    }

    @Override
    public Status put(RequestId request, String key, String value) {
        return agreeOn(new Operation(Kind.PUT, request, key, value)).status();
    }

    @Override
    public Status append(RequestId request, String key, String value) {
        return agreeOn(new Operation(Kind.APPEND, request, key, value)).status();
    }

    @Override
    public GetResult get(RequestId request, String key) {
        return agreeOn(new Operation(Kind.GET, request, key, ""));
    }

    private GetResult agreeOn(Operation operation) {
        noteArrival(operation);
        Start start = context.raft().start(operation);
        if (!start.leader()) {
            return GetResult.failed(Status.NOT_LEADER);
        }
        Waiting mine = new Waiting(start.term(), operation, context.promise());
        waitingAt.put(start.index(), mine);
        notes.mostWaiting = Math.max(notes.mostWaiting, ++notes.waiting);
        GetResult answer = mine.answer().await(Duration.ofSeconds(2)).orElse(GetResult.failed(Status.TIMEOUT));
        notes.waiting--;
        waitingAt.remove(start.index(), mine);
        if (answer.status() == Status.SUCCESS) {
            notes.answeredAsLeader.add(context.id());
        }
        return answer;
    }

    private void noteArrival(Operation operation) {
        Duration pause = context.now().minus(notes.lastArrival);
        if (notes.lastArrival != Duration.ZERO && pause.compareTo(notes.longestPause) > 0) {
            notes.longestPause = pause;
        }
        notes.lastArrival = context.now();
        RaftState state = context.raft().state();
        if (state.leader()) {
            long calls = notes.callsOfClient.merge(operation.request().client(), 1L, Long::sum);
            notes.mostCallsOfOneClient = Math.max(notes.mostCallsOfOneClient, calls);
            notes.latestTerm = Math.max(notes.latestTerm, state.term());
            notes.staleKeyAskedOfDeposedLeader |= operation.kind() == Kind.GET
                    && notes.writtenInTerm.getOrDefault(operation.key(), 0L) > state.term();
        }
    }

    @Override
    public void onNextCommand(CommittedCommand committed) {
        Operation operation = (Operation) committed.command();
        String old = store.getOrDefault(operation.key(), "");
        String value = switch (operation.kind()) {
            case PUT -> operation.value();
            case APPEND -> old + operation.value();
            case GET -> old;
        };
        store.put(operation.key(), value);
        if (operation.kind() != Kind.GET) {
            notes.writtenInTerm.merge(operation.key(), committed.term(), Math::max);
        }
        Waiting waiting = waitingAt.remove(committed.index());
        if (waiting == null) {
            return;
        }
        boolean own = waiting.term() == committed.term();
        if (own) {
            notes.getWhileEarlierCommitIsLate |= committed.term() < notes.latestTerm
                    && waitingAt.values().stream()
                            .anyMatch(later -> later.operation().kind() == Kind.GET);
        } else {
            boolean sameClient = waiting.operation().request().client()
                    == operation.request().client();
            notes.earlierOfSameClientAtIndex |= sameClient;
            notes.likeOfAnotherClientAtIndex |=
                    !sameClient && waiting.operation().isLike(operation);
        }
        waiting.answer().complete(own ? GetResult.success(value) : GetResult.failed(Status.NOT_LEADER));
    }
}
