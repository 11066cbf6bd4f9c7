// Correct: asks any server, and after a failure any other; waits longer and longer between attempts.
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

/** Draws the next server by lot, and doubles its pause up to a limit. */
public final class Clerk implements KeyValueClient {
    private static final Duration SHORTEST = Duration.ofMillis(1);
    /** With longer ones, chance may need more than the three seconds that a test gives it. */
    private static final Duration LONGEST = Duration.ofMillis(8);

    private interface Attempt<T> {
        Optional<T> at(ServerEnd server, RequestId request);
    }

    private final ClerkContext context;
    private int leader;
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
        List<ServerEnd> servers = context.servers();
        Duration pause = SHORTEST;
        while (true) {
            Optional<T> success = attempt.at(servers.get(leader), request);
            if (success.isPresent()) {
                return success.get();
            }
            leader = context.random().nextInt(servers.size());
            context.sleep(pause);
            pause = pause.compareTo(LONGEST) < 0 ? pause.multipliedBy(2) : LONGEST;
        }
    }
}
