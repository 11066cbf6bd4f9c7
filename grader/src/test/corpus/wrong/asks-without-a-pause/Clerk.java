// bug C17: goes round and round while nobody leads, as fast as the servers can say so
// reported by extended 10: without a pause
package lab;

import java.util.List;
import java.util.Optional;
import kvlab.api.ClerkContext;
import kvlab.api.GetResult;
import kvlab.api.KeyValueClient;
import kvlab.api.RequestId;
import kvlab.api.ServerEnd;
import kvlab.api.Status;

public class Clerk implements KeyValueClient {
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
        while (true) {
            Optional<T> success = attempt.at(servers.get(leader), request);
            if (success.isPresent()) {
                return success.get();
            }
            leader = (leader + 1) % servers.size();
        }
    }
}
