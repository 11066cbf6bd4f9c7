// Correct: asks one server after another, the latest leader first, with a pause after each round. Of entries
// that have no Clerk of their own this is the Clerk.
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

public class Clerk implements KeyValueClient {
    private static final Duration PAUSE = Duration.ofMillis(50);

    private interface Attempt<T> {
        Optional<T> at(ServerEnd server, RequestId request);
    }

    private final ClerkContext context;
    private int leader;
    private long calls;

    public Clerk(ClerkContext context) {
        this.context = context;
    }

    public String get(String key) {
        return insist((server, request) -> server.get(request, key)
                .filter(result -> result.status() == Status.SUCCESS)
                .map(GetResult::value));
    }

    public void put(String key, String value) {
        insist((server, request) -> server.put(request, key, value).filter(Status.SUCCESS::equals));
    }

    public void append(String key, String value) {
        insist((server, request) -> server.append(request, key, value).filter(Status.SUCCESS::equals));
    }

    private <T> T insist(Attempt<T> attempt) {
        RequestId request = new RequestId(context.clientId(), ++calls);
        List<ServerEnd> servers = context.servers();
        for (int asked = 1; true; asked++) {
            Optional<T> success = attempt.at(servers.get(leader), request);
            if (success.isPresent()) {
                return success.get();
            }
            leader = (leader + 1) % servers.size();
            if (asked % servers.size() == 0) {
                context.sleep(PAUSE);
            }
        }
    }
}
