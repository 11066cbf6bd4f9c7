// Correct: has no memory of who answered; each call begins at the first server of its list.
package lab;

import java.time.Duration;
import java.util.Optional;
import kvlab.api.ClerkContext;
import kvlab.api.GetResult;
import kvlab.api.KeyValueClient;
import kvlab.api.RequestId;
import kvlab.api.ServerEnd;
import kvlab.api.Status;

/** Starts each call at the beginning of its list, and pauses after each round. */
public final class Clerk implements KeyValueClient {
    private static final Duration PAUSE = Duration.ofMillis(50);

    private interface Attempt<T> {
        Optional<T> at(ServerEnd server, RequestId request);
    }

    private final ClerkContext context;
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

    private <T> T insist(Attempt<T> attempt) {
        RequestId request = new RequestId(context.clientId(), ++calls);
        while (true) {
            for (ServerEnd server : context.servers()) {
                Optional<T> success = attempt.at(server, request);
                if (success.isPresent()) {
                    return success.get();
                }
            }
            context.sleep(PAUSE);
        }
    }
}
