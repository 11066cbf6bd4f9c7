package lab;

import java.util.Map;
import kvlab.api.*;

/** A server that answers from one map of all servers and replicates nothing. */
abstract class AnswersFromMemory implements KeyValueServer {
    private final ServerContext context;

    AnswersFromMemory(ServerContext context) {
        this.context = context;
    }

    /** The map, which is a {@code Map<String, String>}. */
    abstract Object memory();

    @SuppressWarnings("unchecked")
    private Map<String, String> store() {
        return (Map<String, String>) memory();
    }

    private boolean leads() {
        return context.raft().state().leader();
    }

    public Status put(RequestId request, String key, String value) {
        if (!leads()) {
            return Status.NOT_LEADER;
        }
        store().put(key, value);
        return Status.SUCCESS;
    }

    public Status append(RequestId request, String key, String value) {
        if (!leads()) {
            return Status.NOT_LEADER;
        }
        store().merge(key, value, String::concat);
        return Status.SUCCESS;
    }

    public GetResult get(RequestId request, String key) {
        return leads() ? GetResult.success(store().getOrDefault(key, "")) : GetResult.failed(Status.NOT_LEADER);
    }

    public void onNextCommand(CommittedCommand committed) {}
}
