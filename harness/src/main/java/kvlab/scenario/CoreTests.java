package kvlab.scenario;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import kvlab.cluster.Client;
import kvlab.cluster.ClientTasks;
import kvlab.cluster.Cluster;
import kvlab.junit.ScheduleExtension;
import kvlab.reduction.Kind;
import kvlab.schedule.LabTest;
import kvlab.schedule.Suite;
import kvlab.submission.Part;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The nine tests of the core lab. Each does what the handout's table says; how many clients and calls, with which pauses
 * and changes in between, is chosen by the seed.
 */
@ExtendWith(ScheduleExtension.class)
@Suite(name = "core", needs = Part.SERVER, form = Suite.Form.CORE, edition = 2)
public final class CoreTests {
    private static final Duration TWO_HEARTBEATS = Duration.ofMillis(200);
    private static final Duration ONE_SECOND = Duration.ofSeconds(1);
    private static final Duration SOON = Duration.ofSeconds(3);
    private static final Duration A_WHILE = Duration.ofSeconds(10);
    private static final Duration ONE_MINUTE = Duration.ofSeconds(60);
    private static final Duration LONG = Duration.ofSeconds(120);
    private static final Duration AT_LAST = Duration.ofSeconds(300);

    @LabTest(number = 1, title = "Basic kv operations")
    void basicOperations(Cluster cluster) {
        Choices choices = new Choices(cluster, "basic operations");
        CoreCalls calls = new CoreCalls(cluster);
        cluster.awaitLeader();
        List<Client> one = cluster.clients(1);
        cluster.run(one, SOON, calls::putAppendGet);
        if (choices.percent(5)) {
            int count = choices.from(205, 230);
            cluster.run(one, LONG, client -> mixedWork(cluster, calls, client, count, 2));
        }
        if (choices.percent(6)) {
            cluster.sleep(choices.between(Duration.ofSeconds(6), Duration.ofSeconds(30)));
            cluster.run(
                    one,
                    SOON,
                    client -> calls.putAppendGet(client, cluster.data().key(0)));
        }
        cluster.leaders().atTheEnd(choices.percent(3) ? cluster.size() : choices.percent(35) ? 1 : 0);
    }

    @LabTest(number = 2, title = "Concurrent kv operations")
    void concurrentOperations(Cluster cluster) {
        Choices choices = new Choices(cluster, "concurrent operations");
        CoreCalls calls = new CoreCalls(cluster);
        cluster.awaitLeader();
        earlierCalls(cluster, calls);
        cluster.run(cluster.clients(crowd(choices)), SOON, putAppendGetWithPauses(cluster, calls, choices.percent(25)));
        cluster.leaders().atTheEnd(choices.percent(3) ? cluster.size() : choices.percent(35) ? 1 : 0);
    }

    @LabTest(number = 3, title = "Progress with a majority")
    void progressWithAMajority(Cluster cluster) {
        Choices choices = new Choices(cluster, "progress with a majority");
        CoreCalls calls = new CoreCalls(cluster);
        int leader = cluster.awaitLeader();
        earlierCalls(cluster, calls);
        cluster.disconnect(leader + 1, leader + 2);
        List<Client> one = cluster.clients(1);
        if (choices.percent(3)) {
            cluster.sleep(choices.between(Duration.ofSeconds(6), Duration.ofSeconds(30)));
        }
        cluster.run(one, SOON, calls::putAppendGet);
        if (choices.percent(15)) { // another majority
            cluster.reconnectAll();
            int next = cluster.awaitLeader();
            cluster.disconnect(next + choices.from(1, 2), next + choices.from(3, 4));
            cluster.run(one, A_WHILE, calls::putAppendGet);
        }
    }

    @LabTest(number = 4, title = "No progress with a minority", needsItsFaults = true)
    void noProgressWithAMinority(Cluster cluster) {
        new Minority(cluster).play();
    }

    @LabTest(number = 5, title = "Kv operations through re-election", needsItsFaults = true)
    void operationsThroughReElection(Cluster cluster) {
        new ReElection(cluster).play();
    }

    @LabTest(number = 6, title = "Progress with a majority and concurrent requests")
    void progressWithConcurrentRequests(Cluster cluster) {
        Choices choices = new Choices(cluster, "concurrent requests");
        CoreCalls calls = new CoreCalls(cluster);
        int leader = cluster.awaitLeader();
        earlierCalls(cluster, calls);
        cluster.disconnect(leader + 1, leader + 2);
        cluster.run(
                cluster.clients(crowd(choices), leader),
                SOON,
                putAppendGetWithPauses(cluster, calls, choices.percent(25)));
    }

    @LabTest(number = 7, title = "Progress with a majority writing the same key")
    void progressWritingTheSameKey(Cluster cluster) {
        Choices choices = new Choices(cluster, "writing the same key");
        CoreCalls calls = new CoreCalls(cluster);
        String key = cluster.data().key(0);
        String value = choices.arePlain() ? "1" : nonEmptyValue(cluster);
        int leader = cluster.awaitLeader();
        cluster.disconnect(leader + 1, leader + 2);
        List<Client> clients = cluster.clients(choices.usually(5, 2, 9));
        int times = choices.usually(1, 1, 3);
        cluster.run(clients, A_WHILE, client -> {
            for (int i = 0; i < times; i++) {
                calls.append(client, key, value);
            }
        });
        calls.expect(value.repeat(times * clients.size()), cluster.client(), key);
    }

    @LabTest(number = 8, title = "Progress with a majority testing linearizability")
    void progressTestingLinearizability(Cluster cluster) {
        Choices choices = new Choices(cluster, "testing linearizability");
        CoreCalls calls = new CoreCalls(cluster);
        String key = cluster.data().key(0);
        int leader = cluster.awaitLeader();
        cluster.disconnect(leader + 1, leader + 2);
        List<Client> clients = cluster.clients(choices.usually(5, 2, 7));
        StringBuilder expected = new StringBuilder();
        for (int i = 0; i < clients.size(); i++) {
            String value = choices.arePlain() ? "" + i : cluster.data().value();
            calls.append(clients.get(i), key, value);
            expected.append(value);
        }
        if (choices.percent(40)) { // the majority changes: it elects a leader that may not know what is committed
            cluster.sleep(choices.upTo(Duration.ofMillis(40)));
            cluster.disconnect(leader);
            cluster.reconnect(leader + 1, leader + 2);
            clients.get(0).startingAt(cluster.leaders().awaitSuccessor(leader));
        }
        calls.expect(expected.toString(), clients.get(0), key);
        int each = choices.arePlain() ? 6 : choices.from(2, 6);
        if (choices.percent(30)) {
            ClientTasks atWork = cluster.begin(clients, client -> mixedWork(cluster, calls, client, each, 1));
            cluster.sleep(choices.upTo(TWO_HEARTBEATS));
            cluster.disconnect(cluster.awaitLeader());
            cluster.reconnectAll();
            atWork.await(LONG);
        } else {
            cluster.run(clients, ONE_MINUTE, client -> mixedWork(cluster, calls, client, each, 1));
        }
    }

    @LabTest(number = 9, title = "Progress in unreliable net")
    void progressInUnreliableNet(Cluster cluster) {
        Choices choices = new Choices(cluster, "unreliable net");
        cluster.awaitLeader();
        cluster.unreliable(true);
        int times = choices.arePlain() ? 5 : choices.from(3, 6);
        List<Client> clients = cluster.clients(choices.percent(15) ? 2 : 1);
        cluster.run(clients, AT_LAST, new StartingOver(cluster, times));
        cluster.leaders().atTheEnd(choices.percent(5) ? cluster.size() : 0);
    }

    /** Calls before those that the test is about, in some schedules. */
    private static void earlierCalls(Cluster cluster, CoreCalls calls) {
        Choices choices = new Choices(cluster, "earlier calls");
        if (choices.percent(15)) {
            mixedWork(cluster, calls, cluster.client(), choices.from(1, 2), 1);
        }
        if (choices.percent(20)) {
            cluster.sleep(choices.upTo(ONE_SECOND));
        }
    }

    /** The number of concurrent clients. */
    private static int crowd(Choices choices) {
        return choices.percent(2) ? choices.from(12, 24) : choices.usually(5, 2, 8);
    }

    private static Consumer<Client> putAppendGetWithPauses(Cluster cluster, CoreCalls calls, boolean pauses) {
        return client -> {
            if (pauses) {
                cluster.sleep(Duration.ofMillis(client.random().nextLong(400)));
            }
            calls.putAppendGet(client);
        };
    }

    private static String nonEmptyValue(Cluster cluster) {
        String value = cluster.data().value();
        return value.isEmpty() ? cluster.data().value() : value;
    }

    /** Puts, appends and gets on keys that the clients share, in random order; each value written is a different one. */
    private static void mixedWork(Cluster cluster, CoreCalls calls, Client client, int count, int firstKey) {
        RandomGenerator random = client.random();
        List<String> keys = new ArrayList<>(
                List.of(cluster.data().key(firstKey), cluster.data().key(firstKey + 1)));
        for (int i = 0; i < count; i++) {
            String key = keys.get(random.nextInt(keys.size()));
            int choice = random.nextInt(10);
            if (!cluster.includes(Kind.CALL, client.number(), i)) {
                continue;
            }
            if (choice < 2) {
                calls.put(client, key, cluster.data().value());
            } else if (choice < 6) {
                calls.append(client, key, cluster.data().value());
            } else {
                calls.get(client, key);
            }
        }
    }
}
