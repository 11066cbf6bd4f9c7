// Correct: whoever waits for a request is served when that request is applied, from whichever log entry it comes.
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
import kvlab.api.Status;

/** Waits by request, eliminates duplicates by client, and never looks at an index or a term. */
public final class KvServer implements KeyValueServer {
    private static final Duration PATIENCE = Duration.ofMillis(800);

    private record Operation(String kind, RequestId request, String key, String value) implements Command {}

    private record Done(long sequence, GetResult answer) {}

    private final ServerContext context;
    private final Map<String, String> store = new HashMap<>();
    private final Map<Long, Done> doneOfClient = new HashMap<>();
    private final Map<RequestId, Promise<GetResult>> awaited = new HashMap<>();

    public KvServer(ServerContext context) {
        this.context = context;
    }

    @Override
    public Status put(RequestId request, String key, String value) {
        return await(new Operation("put", request, key, value)).status();
    }

    @Override
    public Status append(RequestId request, String key, String value) {
        return await(new Operation("append", request, key, value)).status();
    }

    @Override
    public GetResult get(RequestId request, String key) {
        return await(new Operation("get", request, key, ""));
    }

    private GetResult await(Operation operation) {
        Done done = doneOfClient.get(operation.request().client());
        if (done != null && done.sequence() == operation.request().sequence()) {
            return done.answer(); // a re-send of what has taken effect: its answer holds for ever
        }
        if (!context.raft().start(operation).leader()) {
            return GetResult.failed(Status.NOT_LEADER);
        }
        Promise<GetResult> promise = awaited.computeIfAbsent(operation.request(), request -> context.promise());
        Optional<GetResult> answer = promise.await(PATIENCE);
        awaited.remove(operation.request(), promise);
        return answer.orElse(GetResult.failed(Status.TIMEOUT));
    }

    @Override
    public void onNextCommand(CommittedCommand committed) {
        Operation operation = (Operation) committed.command();
        RequestId request = operation.request();
        Done done = doneOfClient.get(request.client());
        if (done == null || done.sequence() < request.sequence()) {
            done = new Done(request.sequence(), apply(operation));
            doneOfClient.put(request.client(), done);
        }
        Promise<GetResult> promise = awaited.remove(request);
        if (promise != null) {
            promise.complete(done.answer());
        }
    }

    private GetResult apply(Operation operation) {
        return switch (operation.kind()) {
            case "put" -> {
                store.put(operation.key(), operation.value());
                yield GetResult.success("");
            }
            case "append" -> {
                store.merge(operation.key(), operation.value(), String::concat);
                yield GetResult.success("");
            }
            default -> GetResult.success(store.getOrDefault(operation.key(), ""));
        };
    }
}
