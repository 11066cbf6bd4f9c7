// Correct: a handler looks every few milliseconds whether its request has been applied. No promise, no index.
package lab;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import kvlab.api.Command;
import kvlab.api.CommittedCommand;
import kvlab.api.GetResult;
import kvlab.api.KeyValueServer;
import kvlab.api.RequestId;
import kvlab.api.ServerContext;
import kvlab.api.Start;
import kvlab.api.Status;

/** Polls with sleep, and says NOT_LEADER early: re-sent requests are recognised, so that does no harm. */
public final class KvServer implements KeyValueServer {
    private static final Duration PAUSE = Duration.ofMillis(7);
    private static final int LOOKS = 200;

    private record Operation(int kind, RequestId request, String key, String value) implements Command {}

    private static final int PUT = 0;
    private static final int APPEND = 1;
    private static final int GET = 2;

    private final ServerContext context;
    private final Map<String, StringBuilder> store = new HashMap<>();
    private final Map<Long, RequestId> lastRequest = new HashMap<>();
    private final Map<Long, String> lastValue = new HashMap<>();

    public KvServer(ServerContext context) {
        this.context = context;
    }

    @Override
    public Status put(RequestId request, String key, String value) {
        return poll(new Operation(PUT, request, key, value)).status();
    }

    @Override
    public Status append(RequestId request, String key, String value) {
        return poll(new Operation(APPEND, request, key, value)).status();
    }

    @Override
    public GetResult get(RequestId request, String key) {
        return poll(new Operation(GET, request, key, ""));
    }

    private GetResult poll(Operation operation) {
        Start start = context.raft().start(operation);
        if (!start.leader()) {
            return GetResult.failed(Status.NOT_LEADER);
        }
        for (int look = 0; look < LOOKS; look++) {
            context.sleep(PAUSE);
            if (operation.request().equals(lastRequest.get(operation.request().client()))) {
                return GetResult.success(lastValue.get(operation.request().client()));
            }
            if (context.raft().state().term() != start.term()) {
                return GetResult.failed(Status.NOT_LEADER);
            }
        }
        return GetResult.failed(Status.TIMEOUT);
    }

    @Override
    public void onNextCommand(CommittedCommand committed) {
        Operation operation = (Operation) committed.command();
        RequestId request = operation.request();
        RequestId last = lastRequest.get(request.client());
        if (last != null && last.sequence() >= request.sequence()) {
            return;
        }
        StringBuilder value = store.computeIfAbsent(operation.key(), key -> new StringBuilder());
        if (operation.kind() == PUT) {
            value.setLength(0);
        }
        value.append(operation.value());
        lastRequest.put(request.client(), request);
        lastValue.put(request.client(), operation.kind() == GET ? value.toString() : "");
    }
}
