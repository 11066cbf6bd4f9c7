// Correct: a read is served from memory once a barrier, put into the log after the read began, has come out of it.
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

/** Reads do not go into the log: one barrier confirms this server's leadership with a majority for many of them. */
public final class KvServer implements KeyValueServer {
    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final Duration BATCH = Duration.ofMillis(4);

    private record Write(RequestId request, boolean appends, String key, String value) implements Command {}

    private record Barrier(int server, long number) implements Command {}

    private record Waiter(long term, Promise<Status> outcome) {}

    private final ServerContext context;
    private final Map<String, String> store = new HashMap<>();
    private final Map<Long, Long> lastOfClient = new HashMap<>();
    private final Map<Long, Waiter> waiters = new HashMap<>();
    private Promise<Status> nextBarrier;
    private long barriers;

    public KvServer(ServerContext context) {
        this.context = context;
    }

    @Override
    public Status put(RequestId request, String key, String value) {
        return agree(new Write(request, false, key, value));
    }

    @Override
    public Status append(RequestId request, String key, String value) {
        return agree(new Write(request, true, key, value));
    }

    @Override
    public GetResult get(RequestId request, String key) {
        if (!context.raft().state().leader()) {
            return GetResult.failed(Status.NOT_LEADER);
        }
        Status status = barrier().await();
        return status == Status.SUCCESS ? GetResult.success(store.getOrDefault(key, "")) : GetResult.failed(status);
    }

    /** The barrier that is put into the log next: reads that begin after that wait for another one. */
    private Promise<Status> barrier() {
        if (nextBarrier == null) {
            Promise<Status> barrier = context.promise();
            nextBarrier = barrier;
            context.spawn(() -> {
                context.sleep(BATCH);
                nextBarrier = null;
                barrier.complete(agree(new Barrier(context.id(), ++barriers)));
            });
        }
        return nextBarrier;
    }

    private Status agree(Command command) {
        Start start = context.raft().start(command);
        if (!start.leader()) {
            return Status.NOT_LEADER;
        }
        Waiter waiter = new Waiter(start.term(), context.promise());
        waiters.put(start.index(), waiter);
        Status status = waiter.outcome().await(PATIENCE).orElse(Status.TIMEOUT);
        waiters.remove(start.index(), waiter);
        return status;
    }

    @Override
    public void onNextCommand(CommittedCommand committed) {
        if (committed.command() instanceof Write write
                && write.request().sequence()
                        > lastOfClient.getOrDefault(write.request().client(), 0L)) {
            lastOfClient.put(write.request().client(), write.request().sequence());
            String before = write.appends() ? store.getOrDefault(write.key(), "") : "";
            store.put(write.key(), before + write.value());
        }
        Waiter waiter = waiters.remove(committed.index());
        if (waiter != null) {
            waiter.outcome().complete(waiter.term() == committed.term() ? Status.SUCCESS : Status.NOT_LEADER);
        }
    }
}
