// bug C16: asks the same server again when that says NOT_LEADER
// caught by extended 1: was still waiting for
// caught by extended 2: was still waiting for
// caught by extended 5: was still waiting for
package lab;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import kvlab.api.ClerkContext;
import kvlab.api.KeyValueClient;
import kvlab.api.RequestId;
import kvlab.api.ServerEnd;
import kvlab.api.Status;

public class Clerk implements KeyValueClient {
    private static final Duration PAUSE = Duration.ofMillis(50);

    private record Answer<T>(Status status, T value) {}

    private interface Attempt<T> {
        Optional<Answer<T>> at(ServerEnd server, RequestId request);
    }

    private final ClerkContext context;
    private int leader;
    private long calls;

    public Clerk(ClerkContext context) {
        this.context = context;
    }

    public String get(String key) {
        return insist((server, request) ->
                server.get(request, key).map(result -> new Answer<>(result.status(), result.value())));
    }

    public void put(String key, String value) {
        insist((server, request) -> server.put(request, key, value).map(status -> new Answer<>(status, "")));
    }

    public void append(String key, String value) {
        insist((server, request) -> server.append(request, key, value).map(status -> new Answer<>(status, "")));
    }

    private <T> T insist(Attempt<T> attempt) {
        RequestId request = new RequestId(context.clientId(), ++calls);
        List<ServerEnd> servers = context.servers();
        for (int asked = 1; true; asked++) {
            Optional<Answer<T>> answer = attempt.at(servers.get(leader), request);
            if (answer.isPresent() && answer.get().status() == Status.SUCCESS) {
                return answer.get().value();
            }
            if (answer.isEmpty() || answer.get().status() != Status.NOT_LEADER) {
                leader = (leader + 1) % servers.size();
            }
            if (asked % servers.size() == 0) {
                context.sleep(PAUSE);
            }
        }
    }
}
