// Correct, though its memory grows with every request: remembers each request that has ever been applied.
package lab;

import java.time.Duration;
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

/** One promise wakes all handlers at each step; each then looks whether its own index has been reached. */
public final class KvServer implements KeyValueServer {
    private static final Duration PATIENCE = Duration.ofSeconds(4);

    private interface Effect {
        String on(Map<String, String> store);
    }

    private record Put(String key, String value) implements Effect {
        @Override
        public String on(Map<String, String> store) {
            store.put(key, value);
            return "";
        }
    }

    private record Append(String key, String value) implements Effect {
        @Override
        public String on(Map<String, String> store) {
            store.compute(key, (k, old) -> old == null ? value : old + value);
            return "";
        }
    }

    private record Get(String key) implements Effect {
        @Override
        public String on(Map<String, String> store) {
            return store.getOrDefault(key, "");
        }
    }

    private record Proposal(RequestId request, Effect effect) implements Command {}

    private final ServerContext context;
    private final Map<String, String> store = new HashMap<>();
    private final Map<RequestId, String> results = new LinkedHashMap<>();
    private long applied;
    private Promise<Long> step;

    public KvServer(ServerContext context) {
        this.context = context;
        this.step = context.promise();
    }

    @Override
    public Status put(RequestId request, String key, String value) {
        return propose(request, new Put(key, value)).status();
    }

    @Override
    public Status append(RequestId request, String key, String value) {
        return propose(request, new Append(key, value)).status();
    }

    @Override
    public GetResult get(RequestId request, String key) {
        return propose(request, new Get(key));
    }

    private GetResult propose(RequestId request, Effect effect) {
        Start start = context.raft().start(new Proposal(request, effect));
        if (!start.leader()) {
            return GetResult.failed(Status.NOT_LEADER);
        }
        Duration deadline = context.now().plus(PATIENCE);
        while (applied < start.index() && context.now().compareTo(deadline) < 0) {
            step.await(deadline.minus(context.now()));
        }
        if (results.containsKey(request)) {
            return GetResult.success(results.get(request));
        }
        return GetResult.failed(applied < start.index() ? Status.TIMEOUT : Status.NOT_LEADER);
    }

    @Override
    public void onNextCommand(CommittedCommand committed) {
        Proposal proposal = (Proposal) committed.command();
        if (!results.containsKey(proposal.request())) {
            results.put(proposal.request(), proposal.effect().on(store));
        }
        applied = committed.index();
        Promise<Long> done = step;
        step = context.promise();
        done.complete(applied);
    }
}
