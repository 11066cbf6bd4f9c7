package kvlab.scenario;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kvlab.api.GetResult;
import kvlab.api.Status;
import kvlab.cluster.Client;
import kvlab.cluster.Cluster;
import kvlab.cluster.ExpectationFailed;
import kvlab.cluster.Leaders;
import kvlab.diagnostic.Diagnostic;
import kvlab.diagnostic.Quote;

/**
 * The calls of a core test, and what must hold of them: a call ends in SUCCESS if the same leader stands, with a majority,
 * from its begin to its end, and the client is not held up by a former leader that is cut off. The provided Raft changes
 * its leader only where a test makes it; a student's may elect another one at any time, and a call that ends in TIMEOUT
 * then is made again.
 */
final class CoreCalls {
    private static final int MAX_TRIES = 20;

    private final Cluster cluster;

    /** The keys with a call of unknown outcome, so that their values cannot be foretold. */
    private final Set<String> uncertain = new HashSet<>();

    CoreCalls(Cluster cluster) {
        this.cluster = cluster;
    }

    /** The handout's client task: put(k, a), append(k, b), and a get(k) that must return a+b; on the client's own key. */
    void putAppendGet(Client client) {
        putAppendGet(client, cluster.data().key(client.number() - 1));
    }

    /** The same on a key that no other client writes meanwhile. */
    void putAppendGet(Client client, String key) {
        String a = cluster.data().value();
        String b = cluster.data().value();
        put(client, key, a);
        append(client, key, b);
        expect(a + b, client, key);
    }

    void put(Client client, String key, String value) {
        insist(key, () -> client.put(key, value), client, "put", key, value);
    }

    void append(Client client, String key, String value) {
        insist(key, () -> client.append(key, value), client, "append", key, value);
    }

    String get(Client client, String key) {
        String[] value = {""};
        insist(
                key,
                () -> {
                    GetResult result = client.get(key);
                    value[0] = result.value();
                    return result.status();
                },
                client,
                "get",
                key);
        return value[0];
    }

    void expect(String expected, Client client, String key) {
        String value = get(client, key);
        if (!uncertain.contains(key) && !value.equals(expected)) {
            throw wrongValue(expected, value, client, key);
        }
    }

    /** Other calls write this key, too, and their outcome may be unknown. */
    void leaveUncertain(String key) {
        uncertain.add(key);
    }

    static ExpectationFailed wrongValue(String expected, String value, Client client, String key) {
        return new ExpectationFailed(Diagnostic.of("core.wrong-value")
                .with("key", Quote.of(key))
                .with("client", client.number())
                .with("expected", Quote.of(expected))
                .with("server", client.server())
                .with("value", Quote.of(value)));
    }

    private void insist(String key, Supplier<Status> call, Client client, String operation, String... operands) {
        for (int attempt = 0; attempt < MAX_TRIES; attempt++) {
            Optional<Leaders.Reign> before = cluster.leaders().standing().filter(reign -> reachesLeader(client, reign));
            Status status = call.get();
            if (status == Status.SUCCESS) {
                return;
            }
            if (!operation.equals("get")) {
                uncertain.add(key);
            }
            boolean served =
                    before.isPresent() && before.equals(cluster.leaders().standing());
            if (served || attempt == MAX_TRIES - 1) {
                throw new ExpectationFailed(Diagnostic.of("core.call-timed-out")
                        .with("operation", operation)
                        .with("operands", Stream.of(operands).map(Quote::of).collect(Collectors.joining(", ")))
                        .with("client", client.number())
                        .with("status", status));
            }
            client.startingAt(cluster.awaitLeader());
        }
    }

    /** Whether a client's call gets to the leader: it may be held up by a former one that is cut off. */
    private boolean reachesLeader(Client client, Leaders.Reign reign) {
        return client.server() == reign.leader() || !cluster.leaders().areSeveral();
    }
}
