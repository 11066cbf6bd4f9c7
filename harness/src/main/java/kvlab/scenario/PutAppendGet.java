package kvlab.scenario;

import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kvlab.api.GetResult;
import kvlab.api.Status;
import kvlab.cluster.Client;
import kvlab.cluster.ExpectationFailed;
import kvlab.diagnostic.Diagnostic;
import kvlab.diagnostic.Quote;

/** The handout's client task: put(k, a), append(k, b), and a get(k) that must return a+b. */
final class PutAppendGet {
    private PutAppendGet() {}

    /** Works on the client's own key, on a network where every call must succeed. */
    static void onOwnKey(Client client) {
        RandomGenerator random = client.random();
        String key = "" + client.number();
        String a = number(random);
        String b = number(random);
        expectSuccess(client.put(key, a), client, "put", key, a);
        expectSuccess(client.append(key, b), client, "append", key, b);
        expectValue(a + b, client, key);
    }

    /**
     * Works on the client's own key, several times in a row, and starts over after each TIMEOUT, with other numbers.
     * Calls that timed out may still take effect, so later gets are only checked by the check of the whole history.
     */
    static void startingOver(Client client, int times) {
        String key = "" + client.number();
        boolean timedOut = false;
        for (int done = 0; done < times; ) {
            String a = number(client.random());
            String b = number(client.random());
            GetResult result = GetResult.failed(Status.TIMEOUT);
            if (client.put(key, a) == Status.SUCCESS && client.append(key, b) == Status.SUCCESS) {
                result = client.get(key);
            }
            timedOut |= result.status() != Status.SUCCESS;
            if (!timedOut) {
                expectEqual(a + b, result.value(), client, key);
            }
            done += result.status() == Status.SUCCESS ? 1 : 0;
        }
    }

    static void expectSuccess(Status status, Client client, String operation, String... operands) {
        if (status != Status.SUCCESS) {
            String quoted = Stream.of(operands).map(Quote::of).collect(Collectors.joining(", "));
            throw new ExpectationFailed(Diagnostic.of("core.call-timed-out")
                    .with("operation", operation)
                    .with("operands", quoted)
                    .with("client", client.number())
                    .with("status", status));
        }
    }

    static void expectValue(String expected, Client client, String key) {
        GetResult result = client.get(key);
        expectSuccess(result.status(), client, "get", key);
        expectEqual(expected, result.value(), client, key);
    }

    private static void expectEqual(String expected, String value, Client client, String key) {
        if (!value.equals(expected)) {
            throw new ExpectationFailed(Diagnostic.of("core.wrong-value")
                    .with("key", Quote.of(key))
                    .with("client", client.number())
                    .with("expected", Quote.of(expected))
                    .with("server", client.server())
                    .with("value", Quote.of(value)));
        }
    }

    private static String number(RandomGenerator random) {
        return "" + random.nextInt(1_000_000);
    }
}
