package lab;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import kvlab.api.ClerkContext;
import kvlab.api.GetResult;
import kvlab.api.KeyValueClient;
import kvlab.api.RequestId;
import kvlab.api.ServerEnd;
import kvlab.api.Status;

/**
 * A client of the store. It sends each call to one server after another until one of them answers {@code SUCCESS}.
 *
 * <p>A client that hears nothing cannot know whether the request was lost or only the answer. So it sends the call again
 * under the same request id, by which the servers recognise it and apply it once (section 8 of the extended Raft paper).
 */
public final class Clerk implements KeyValueClient {
    /** An election takes some hundreds of milliseconds. Requests sent without a pause until then only load the net. */
    private static final Duration PAUSE = Duration.ofMillis(50);

    private final ClerkContext context;

    /** The position in {@code context.servers()} to ask first: the server that answered last probably still leads. */
    private int leader;

    /** The sequence number of the latest call. */
    private long sequence;

    public Clerk(ClerkContext context) {
        this.context = context;
    }

    @Override
    public String get(String key) {
        RequestId request = nextRequest();
        return askUntilSuccess(server -> server.get(request, key)
                .filter(result -> result.status() == Status.SUCCESS)
                .map(GetResult::value));
    }

    @Override
    public void put(String key, String value) {
        RequestId request = nextRequest();
        askUntilSuccess(server -> server.put(request, key, value).filter(Status.SUCCESS::equals));
    }

    @Override
    public void append(String key, String value) {
        RequestId request = nextRequest();
        askUntilSuccess(server -> server.append(request, key, value).filter(Status.SUCCESS::equals));
    }

    private RequestId nextRequest() {
        sequence++;
        return new RequestId(context.clientId(), sequence);
    }

    /**
     * Repeats an attempt until its result is not empty. It never gives up, because a request that was sent cannot be
     * taken back: it may take effect at any later time.
     */
    private <T> T askUntilSuccess(Function<ServerEnd, Optional<T>> attempt) {
        List<ServerEnd> servers = context.servers();
        while (true) {
            for (int asked = 0; asked < servers.size(); asked++) {
                Optional<T> success = attempt.apply(servers.get(leader));
                if (success.isPresent()) {
                    return success.get();
                }
                // No answer, NOT_LEADER or TIMEOUT: in each case another server may lead by now.
                leader = (leader + 1) % servers.size();
            }
            context.sleep(PAUSE);
        }
    }
}
