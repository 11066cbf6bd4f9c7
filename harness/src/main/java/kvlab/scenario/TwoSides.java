package kvlab.scenario;

import java.time.Duration;
import java.util.List;
import java.util.random.RandomGenerator;
import kvlab.cluster.Clerk;
import kvlab.cluster.ClientTasks;
import kvlab.cluster.Cluster;
import kvlab.cluster.ExpectationFailed;
import kvlab.diagnostic.Diagnostic;
import kvlab.diagnostic.Quote;
import kvlab.reduction.Kind;

/** Five servers, partitioned into a majority and a minority that has the leader; each Clerk is on one side. */
final class TwoSides {
    private static final Duration SOON = Duration.ofSeconds(10);
    private static final Duration ONE_SECOND = Duration.ofSeconds(1);
    private static final Duration AFTER_HEAL = Duration.ofSeconds(3);

    private final Cluster cluster;
    private final String key;
    private final RandomGenerator random;
    private final Clerk inMajority;
    private final List<Clerk> inMinority;
    private ClientTasks put;
    private ClientTasks get;

    /** What the majority has put last. */
    private String value;

    /** What the minority puts. */
    private String inThere;

    /** Creates a non-empty log, with a first value; then partitions the servers. */
    TwoSides(Cluster cluster) {
        this.cluster = cluster;
        key = cluster.data().key(0);
        boolean plain = cluster.data().isPlain();
        random = cluster.random("two sides", 0);
        cluster.awaitLeader();
        List<Clerk> clerks = cluster.clerks(plain ? 5 : random.nextInt(2, 7));
        int earlierCalls = plain ? 10 : random.nextInt(3, 15);
        cluster.run(cluster.included(clerks), SOON, clerk -> {
            for (int call = 0; call < earlierCalls; call++) {
                if (cluster.includes(Kind.CALL, clerk.number(), call)) {
                    clerk.append(cluster.data().key(1), cluster.data().parts().part(clerks.indexOf(clerk), call));
                }
            }
        });
        put(cluster.clerk(), cluster.data().value());
        int leader = cluster.awaitLeader();
        List<Integer> others = List.of(leader + 1, leader + 2, leader + 3, leader + 4);
        int companion = plain ? 0 : random.nextInt(others.size());
        List<Integer> minority = List.of(leader, others.get(companion));
        List<Integer> majority =
                others.stream().filter(server -> !minority.contains(server)).toList();
        cluster.partition(List.of(majority, minority));
        inMajority = reaching(majority);
        inMinority = List.of(reaching(minority), reaching(minority));
    }

    private Clerk reaching(List<Integer> servers) {
        Clerk clerk = cluster.clerk();
        cluster.links().confine(clerk, servers);
        return clerk;
    }

    void majorityProgresses() {
        put(inMajority, cluster.data().value());
        expect(value);
    }

    /** Calls to the minority do not end within a second, and do not affect the majority. */
    void minorityWaits() {
        inThere = cluster.data().value();
        put = cluster.begin(inMinority.subList(0, 1), clerk -> clerk.put(key, inThere));
        get = cluster.begin(inMinority.subList(1, 2), clerk -> clerk.get(key));
        cluster.sleep(ONE_SECOND);
        expectWaiting();
        expect(value);
        put(inMajority, cluster.data().value());
        expect(value);
    }

    /** In some schedules the calls must wait for up to a minute. */
    void minorityWaitsOn() {
        if (!cluster.data().isPlain() && random.nextInt(3) == 0) {
            cluster.sleep(Duration.ofMillis(random.nextLong(2_000, 60_000)));
            expectWaiting();
            expect(value);
        }
    }

    void minorityCompletesAfterHeal() {
        cluster.reconnectAll();
        put.await(AFTER_HEAL);
        get.await(AFTER_HEAL);
        expect(inThere);
    }

    private void expectWaiting() {
        expectWaiting(put, "put");
        expectWaiting(get, "get");
    }

    private static void expectWaiting(ClientTasks tasks, String operation) {
        if (tasks.isDone()) {
            throw new ExpectationFailed(Diagnostic.of("extended.minority-ended").with("operation", operation));
        }
    }

    private void put(Clerk clerk, String newValue) {
        cluster.run(List.of(clerk), SOON, one -> one.put(key, newValue));
        value = newValue;
    }

    private void expect(String expected) {
        cluster.run(List.of(inMajority), SOON, clerk -> {
            String read = clerk.get(key);
            if (!read.equals(expected)) {
                throw new ExpectationFailed(Diagnostic.of("extended.wrong-value")
                        .with("key", Quote.of(key))
                        .with("client", clerk.name())
                        .with("expected", Quote.of(expected))
                        .with("value", Quote.of(read)));
            }
        });
    }
}
