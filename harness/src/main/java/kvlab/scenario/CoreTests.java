package kvlab.scenario;

import static kvlab.scenario.PutAppendGet.expectSuccess;
import static kvlab.scenario.PutAppendGet.expectValue;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import kvlab.api.GetResult;
import kvlab.api.Status;
import kvlab.cluster.Client;
import kvlab.cluster.ClientTasks;
import kvlab.cluster.Cluster;
import kvlab.cluster.ExpectationFailed;
import kvlab.diagnostic.Diagnostic;
import kvlab.schedule.LabTest;
import kvlab.schedule.Suite;
import kvlab.submission.Part;

/** The nine tests of the core lab. */
@Suite(name = "core", needs = Part.SERVER, form = Suite.Form.CORE, edition = 2)
public final class CoreTests {
    /** Longer than a call takes on a reliable network: to the leader, from there to followers and back. */
    private static final Duration AGREEMENT = Duration.ofMillis(45);

    private static final Duration TWO_HEARTBEATS = Duration.ofMillis(200);
    private static final Duration ONE_SECOND = Duration.ofSeconds(1);
    private static final Duration TWO_CALLS = Client.CALL_LIMIT.multipliedBy(2).plusSeconds(1);
    private static final Duration SOON = Duration.ofSeconds(3);
    private static final Duration A_WHILE = Duration.ofSeconds(10);
    private static final Duration AT_LAST = Duration.ofSeconds(300);

    @LabTest(number = 1, title = "Basic kv operations")
    void basicOperations(Cluster cluster) {
        cluster.awaitLeader();
        cluster.run(cluster.clients(1), SOON, PutAppendGet::onOwnKey);
    }

    @LabTest(number = 2, title = "Concurrent kv operations")
    void concurrentOperations(Cluster cluster) {
        cluster.awaitLeader();
        cluster.run(cluster.clients(5), SOON, PutAppendGet::onOwnKey);
    }

    @LabTest(number = 3, title = "Progress with a majority")
    void progressWithAMajority(Cluster cluster) {
        int leader = cluster.awaitLeader();
        cluster.disconnect(leader + 1, leader + 2);
        cluster.run(cluster.clients(1), SOON, PutAppendGet::onOwnKey);
    }

    @LabTest(number = 4, title = "No progress with a minority")
    void noProgressWithAMinority(Cluster cluster) {
        int leader = cluster.awaitLeader();
        cluster.disconnect(leader + 1, leader + 2, leader + 3);
        Client client = cluster.client().startingAt(leader);

        Status put = client.put("1", "a");
        expectTimeout(put, client, Diagnostic.of("core.put-without-majority"));

        GetResult get = client.startingAt(leader).get("1");
        expectTimeout(get.status(), client, Diagnostic.of("core.get-without-majority"));

        // Calls that are pending as the majority returns may take effect or not, but at most once.
        List<Client> clients =
                List.of(client.startingAt(leader), cluster.client().startingAt(leader));
        ClientTasks underWay = cluster.begin(clients, each -> {
            each.append("1", "(" + each.number() + ")");
            each.get("1");
        });
        cluster.sleep(upTo(ONE_SECOND, cluster));
        cluster.reconnectAll();
        underWay.await(TWO_CALLS);
    }

    @LabTest(number = 5, title = "Kv operations through re-election")
    void operationsThroughReElection(Cluster cluster) {
        Client client = cluster.client();
        int first = cluster.awaitLeader();
        expectSuccess(client.startingAt(first).put("1", "a"), client, "put", "1", "a");
        cluster.sleep(upTo(TWO_HEARTBEATS, cluster)); // the followers know by then that it is committed, or not yet

        ClientTasks underWay = cluster.begin(List.of(cluster.client().startingAt(first)), bystander -> {
            bystander.append("2", "x");
            bystander.get("2");
        });
        cluster.sleep(upTo(AGREEMENT, cluster));
        cluster.disconnect(first);
        int second = cluster.awaitLeader();
        expectValue("a", client.startingAt(second), "1");
        expectSuccess(client.startingAt(second).append("1", "b"), client, "append", "1", "b");
        expectValue("ab", client, "1");

        cluster.reconnect(first);
        cluster.expectStillLeads(second, Duration.ofSeconds(5));
        expectSuccess(client.append("1", "c"), client, "append", "1", "c");
        expectValue("abc", client, "1");
        underWay.await(TWO_CALLS);
    }

    @LabTest(number = 6, title = "Progress with a majority and concurrent requests")
    void progressWithConcurrentRequests(Cluster cluster) {
        int leader = cluster.awaitLeader();
        cluster.disconnect(leader + 1, leader + 2);
        cluster.run(cluster.clients(5, leader), SOON, PutAppendGet::onOwnKey);
    }

    @LabTest(number = 7, title = "Progress with a majority writing the same key")
    void progressWritingTheSameKey(Cluster cluster) {
        int leader = cluster.awaitLeader();
        cluster.disconnect(leader + 1, leader + 2);
        cluster.run(
                cluster.clients(5),
                A_WHILE,
                client -> expectSuccess(client.append("k", "1"), client, "append", "k", "1"));
        expectValue("11111", cluster.client(), "k");
    }

    @LabTest(number = 8, title = "Progress with a majority testing linearizability")
    void progressTestingLinearizability(Cluster cluster) {
        int leader = cluster.awaitLeader();
        cluster.disconnect(leader + 1, leader + 2);
        List<Client> clients = cluster.clients(5);
        for (int i = 0; i < clients.size(); i++) {
            Client client = clients.get(i);
            expectSuccess(client.append("k", "" + i), client, "append", "k", "" + i);
        }
        expectValue("01234", clients.get(0), "k");
        cluster.run(clients, A_WHILE, mixedWorkOn("x", "y"));
    }

    @LabTest(number = 9, title = "Progress in unreliable net")
    void progressInUnreliableNet(Cluster cluster) {
        cluster.awaitLeader();
        cluster.unreliable(true);
        cluster.run(cluster.clients(1), AT_LAST, client -> PutAppendGet.startingOver(client, 5));
    }

    /** Puts, appends and gets on shared keys, in random order; each value written is a different one. */
    private static Consumer<Client> mixedWorkOn(String... keys) {
        return client -> {
            RandomGenerator random = client.random();
            for (int i = 0; i < 6; i++) {
                String key = keys[random.nextInt(keys.length)];
                String value = "(" + client.number() + "." + i + ")";
                int choice = random.nextInt(10);
                if (choice < 2) {
                    expectSuccess(client.put(key, value), client, "put", key, value);
                } else if (choice < 6) {
                    expectSuccess(client.append(key, value), client, "append", key, value);
                } else {
                    expectSuccess(client.get(key).status(), client, "get", key);
                }
            }
        };
    }

    /** A random time of up to a limit. */
    private static Duration upTo(Duration limit, Cluster cluster) {
        return Duration.ofNanos(cluster.random().nextLong(limit.toNanos()));
    }

    private static void expectTimeout(Status status, Client client, Diagnostic otherwise) {
        if (status != Status.TIMEOUT) {
            throw new ExpectationFailed(
                    otherwise.with("server", client.server()).with("status", status));
        }
    }
}
