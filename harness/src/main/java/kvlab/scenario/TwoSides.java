package kvlab.scenario;

import java.time.Duration;
import java.util.List;
import kvlab.cluster.Clerk;
import kvlab.cluster.ClientTasks;
import kvlab.cluster.Cluster;
import kvlab.cluster.ExpectationFailed;
import kvlab.diagnostic.Diagnostic;
import kvlab.diagnostic.Quote;

/** Five servers, partitioned into a majority and a minority that has the leader; each Clerk is on one side. */
final class TwoSides {
    private static final String KEY = "1";
    private static final int EARLIER_CALLS = 10;
    private static final Duration SOON = Duration.ofSeconds(10);
    private static final Duration ONE_SECOND = Duration.ofSeconds(1);
    private static final Duration AFTER_HEAL = Duration.ofSeconds(3);

    private final Cluster cluster;
    private final Clerk inMajority;
    private final List<Clerk> inMinority;
    private ClientTasks put;
    private ClientTasks get;

    /** Creates a non-empty log, with the value 13; then partitions the servers. */
    TwoSides(Cluster cluster) {
        this.cluster = cluster;
        cluster.awaitLeader();
        List<Clerk> clerks = cluster.clerks(5);
        cluster.run(clerks, SOON, clerk -> {
            for (int call = 0; call < EARLIER_CALLS; call++) {
                clerk.append("earlier", Appends.part(clerks.indexOf(clerk), call));
            }
        });
        put(cluster.clerk(), "13");
        int leader = cluster.awaitLeader();
        List<Integer> minority = List.of(leader, leader + 1);
        List<Integer> majority = List.of(leader + 2, leader + 3, leader + 4);
        cluster.partition(List.of(majority, minority));
        inMajority = cluster.clerkReaching(majority);
        inMinority = List.of(cluster.clerkReaching(minority), cluster.clerkReaching(minority));
    }

    void majorityProgresses() {
        put(inMajority, "14");
        expect("14");
    }

    /** Calls to the minority do not end, and do not affect the majority. */
    void minorityWaits() {
        put = cluster.begin(inMinority.subList(0, 1), clerk -> clerk.put(KEY, "15"));
        get = cluster.begin(inMinority.subList(1, 2), clerk -> clerk.get(KEY));
        cluster.sleep(ONE_SECOND);
        expectWaiting(put, "put");
        expectWaiting(get, "get");
        expect("14");
        put(inMajority, "16");
        expect("16");
    }

    void minorityCompletesAfterHeal() {
        cluster.reconnectAll();
        put.await(AFTER_HEAL);
        get.await(AFTER_HEAL);
        expect("15");
    }

    private static void expectWaiting(ClientTasks tasks, String operation) {
        if (tasks.isDone()) {
            throw new ExpectationFailed(Diagnostic.of("extended.minority-ended").with("operation", operation));
        }
    }

    private void put(Clerk clerk, String value) {
        cluster.run(List.of(clerk), SOON, one -> one.put(KEY, value));
    }

    private void expect(String value) {
        cluster.run(List.of(inMajority), SOON, clerk -> {
            String read = clerk.get(KEY);
            if (!read.equals(value)) {
                throw new ExpectationFailed(Diagnostic.of("extended.wrong-value")
                        .with("key", Quote.of(KEY))
                        .with("client", clerk.name())
                        .with("expected", Quote.of(value))
                        .with("value", Quote.of(read)));
            }
        });
    }
}
