package lab;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import kvlab.api.ClerkContext;
import kvlab.api.GetResult;
import kvlab.api.KeyValueClient;
import kvlab.api.RequestId;
import kvlab.api.ServerEnd;
import kvlab.api.Status;

/**
 * A client's way to the store: it asks one server after another until one has carried out the call.
 *
 * <p>Whoever hears nothing cannot know whether the request was lost on its way or only the answer. So a call is sent
 * again until it succeeds, each time with the same request id, and the servers see to it that it takes effect once.
 */
public final class Clerk implements KeyValueClient {
    /** A new leader is elected within some hundreds of milliseconds. Until then, asking without a pause helps nobody. */
    private static final Duration PAUSE = Duration.ofMillis(50);

    /** One attempt at a call. Empty unless the server says SUCCESS. */
    private interface Attempt<T> {
        Optional<T> at(ServerEnd server, RequestId request);
    }

    private final ClerkContext context;

    /** The position of the server to ask first. If it has carried out the last call, it most likely leads still. */
    private int leader;

    /** How many calls there have been: the sequence number of the latest. */
    private long calls;

    public Clerk(ClerkContext context) {
        this.context = context;
    }

    @Override
    public String get(String key) {
        return insist((server, request) -> server.get(request, key)
                .filter(result -> result.status() == Status.SUCCESS)
                .map(GetResult::value));
    }

    @Override
    public void put(String key, String value) {
        insist((server, request) -> server.put(request, key, value).filter(Status.SUCCESS::equals));
    }

    @Override
    public void append(String key, String value) {
        insist((server, request) -> server.append(request, key, value).filter(Status.SUCCESS::equals));
    }

    /** Does not give up: a call that has been sent may take effect at any time, so it cannot be called off. */
    private <T> T insist(Attempt<T> attempt) {
        RequestId request = new RequestId(context.clientId(), ++calls);
        List<ServerEnd> servers = context.servers();
        for (int asked = 1; true; asked++) {
            Optional<T> success = attempt.at(servers.get(leader), request);
            if (success.isPresent()) {
                return success.get();
            }
            // No answer, NOT_LEADER or TIMEOUT: whichever it was, another server may lead by now.
            leader = (leader + 1) % servers.size();
            if (asked % servers.size() == 0) {
                context.sleep(PAUSE);
            }
        }
    }
}
