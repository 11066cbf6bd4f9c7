package kvlab.scenario;

import java.time.Duration;
import java.util.List;
import kvlab.api.Status;
import kvlab.cluster.Client;
import kvlab.cluster.ClientTasks;
import kvlab.cluster.Cluster;
import kvlab.cluster.ExpectationFailed;
import kvlab.diagnostic.Diagnostic;
import kvlab.diagnostic.Quote;

/**
 * No progress with a minority: three followers are cut off, and the leader, left with one, can neither write nor read.
 * Then the majority returns while calls are under way.
 */
final class Minority {
    private static final Duration ONE_SECOND = Duration.ofSeconds(1);
    private static final Duration TWO_CALLS = Client.CALL_LIMIT.multipliedBy(2).plusSeconds(1);

    private final Cluster cluster;
    private final Choices choices;
    private final CoreCalls calls;
    private final String key;

    Minority(Cluster cluster) {
        this.cluster = cluster;
        choices = new Choices(cluster, "minority");
        calls = new CoreCalls(cluster);
        key = cluster.data().key(0);
    }

    void play() {
        int leader = cluster.awaitLeader();
        Client client = cluster.client();
        Client other = cluster.client();
        boolean committed = choices.percent(60); // the leader has committed entries of its own term
        String earlier = committed ? cluster.data().value() : "";
        if (committed) {
            calls.put(other, key, earlier);
            cluster.sleep(choices.upTo(Duration.ofMillis(150)));
        }
        cluster.disconnect(leader + 1, leader + 2, leader + 3);
        String value =
                committed && choices.percent(30) ? earlier : cluster.data().value();
        expectNoProgress(leader, client, value, choices.percent(50) ? other : client);

        List<Client> clients = List.of(client.startingAt(leader), other.startingAt(leader));
        String same = cluster.data().value();
        boolean alike = choices.percent(40);
        ClientTasks underWay = cluster.begin(clients, each -> {
            each.append(key, alike ? same : cluster.data().value());
            each.get(key);
        });
        if (choices.percent(25)) {
            successorWithItsEntries(leader);
        } else {
            // Calls that are pending as the majority returns may take effect or not, but at most once.
            cluster.sleep(choices.upTo(ONE_SECOND));
        }
        cluster.reconnectAll();
        underWay.await(TWO_CALLS);
        if (choices.percent(20)) {
            workAgain(leader, clients);
        }
        cluster.leaders().atTheEnd(choices.percent(6) ? cluster.size() : 0);
    }

    private void expectNoProgress(int leader, Client writer, String value, Client reader) {
        if (writer == reader || choices.percent(30)) {
            expectTimeout(writer.startingAt(leader).put(key, value), writer, value);
            expectTimeout(reader.startingAt(leader).get(key).status(), reader);
        } else {
            ClientTasks put = cluster.begin(
                    List.of(writer.startingAt(leader)), each -> expectTimeout(each.put(key, value), each, value));
            ClientTasks get = cluster.begin(
                    List.of(reader.startingAt(leader)),
                    each -> expectTimeout(each.get(key).status(), each));
            put.await(TWO_CALLS);
            get.await(TWO_CALLS);
        }
    }

    /**
     * The follower that was left with the leader has the entries of the calls under way, and is elected by the others: they
     * are committed while the old leader still waits.
     */
    private void successorWithItsEntries(int leader) {
        cluster.sleep(choices.between(Duration.ofMillis(25), Duration.ofMillis(60)));
        cluster.disconnect(leader);
        cluster.reconnect(leader + 1, leader + 2, leader + 3);
        int successor = cluster.awaitLeader();
        int count = choices.percent(3) ? choices.from(60, 130) : choices.from(1, 3);
        cluster.run(cluster.clients(choices.from(1, 3), successor), Duration.ofSeconds(60), each -> {
            for (int i = 0; i < count; i++) {
                calls.append(
                        each,
                        i == 0 ? key : cluster.data().key(1),
                        cluster.data().value());
            }
        });
        ClientTasks reader = cluster.begin(cluster.clients(1, leader), each -> each.get(key));
        cluster.sleep(choices.upTo(ONE_SECOND));
        cluster.reconnect(leader);
        reader.await(TWO_CALLS);
    }

    /** A leader stands again: all calls succeed, also those of clients whose calls have timed out. */
    private void workAgain(int formerLeader, List<Client> clients) {
        cluster.awaitLeader();
        if (choices.percent(40)) {
            cluster.leaders().letLead(formerLeader);
            cluster.reconnectAll();
        }
        int leader = cluster.awaitLeader();
        for (Client each : clients) {
            calls.append(each.startingAt(leader), key, cluster.data().value());
        }
        calls.get(clients.get(0), key);
    }

    private void expectTimeout(Status status, Client client, String value) {
        if (status != Status.TIMEOUT) {
            throw new ExpectationFailed(Diagnostic.of("core.put-without-majority")
                    .with("server", client.server())
                    .with("status", status)
                    .with("key", Quote.of(key))
                    .with("value", Quote.of(value)));
        }
    }

    private void expectTimeout(Status status, Client client) {
        if (status != Status.TIMEOUT) {
            throw new ExpectationFailed(Diagnostic.of("core.get-without-majority")
                    .with("server", client.server())
                    .with("status", status)
                    .with("key", Quote.of(key)));
        }
    }
}
