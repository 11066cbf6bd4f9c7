package kvlab.scenario;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import kvlab.cluster.Cluster;
import kvlab.diagnostic.Diagnostic;
import kvlab.scenario.RaftGroup.Started;

/** A leader of five servers returns from a partition in which it appended commands that will be overwritten. */
final class Rejoin {
    private static final Duration SHORTLY = Duration.ofMillis(100);
    private static final Duration SOME_HEARTBEATS = Duration.ofMillis(500);
    private static final Duration A_FEW_ELECTIONS = Duration.ofSeconds(3);
    private static final int FRUITLESS = 5;

    private final Cluster cluster;
    private final RaftGroup group;

    Rejoin(Cluster cluster, RaftGroup group) {
        this.cluster = cluster;
        this.group = group;
    }

    /** It only receives heartbeats for a while; its log is as long as the committed one, but has other entries. */
    void withAnotherLog() {
        group.agree(group.all());
        int first = cluster.awaitLeader();
        cluster.disconnect(first);
        group.start(first, FRUITLESS);
        List<Integer> others = group.allBut(first);
        for (int i = 0; i < FRUITLESS; i++) {
            group.agree(others);
        }
        int second = cluster.awaitLeader();
        group.start(second, FRUITLESS);
        cluster.sleep(SHORTLY);
        cluster.reconnect(first);
        cluster.sleep(SOME_HEARTBEATS);

        // The second leader is cut off before all servers have its entries; the first may lead again.
        cluster.disconnect(second);
        group.start(second, FRUITLESS);
        group.agree(group.allBut(second));
        cluster.reconnectAll();
        group.agree(group.all());
    }

    /** It asks for votes; its log is longer than that of the others, which have a committed entry of a later term. */
    void asACandidate() {
        int first = cluster.awaitLeader();
        cluster.disconnect(first);
        group.start(first, FRUITLESS);
        group.agree(group.allBut(first));
        int second = cluster.awaitLeader();
        List<Integer> voters = group.allBut(first, second);
        cluster.reconnectAll();
        cluster.star(first, voters);
        group.expectNotElected(
                first, group.latestTerm(), A_FEW_ELECTIONS, Diagnostic.of("raft.elected-with-longer-log"));
        cluster.reconnectAll();
        group.agree(group.all());
    }

    /**
     * It is elected once more. What a follower had of its log when it led before, and late replies about that, say
     * nothing of its log now.
     */
    void toLeadAgain() {
        int first = cluster.awaitLeader();
        int follower = group.after(first, 1).get(0);
        List<Integer> others = group.allBut(first, follower);
        cluster.partition(List.of(List.of(first, follower)));
        group.start(first, FRUITLESS);
        cluster.sleep(SHORTLY);
        cluster.stall(follower, first);
        group.start(first, FRUITLESS);
        group.agree(others); // so it is deposed, and its log is overwritten when it is back

        cluster.partition(List.of(List.of(follower)));
        group.agree(group.allBut(follower));
        cluster.stall(first, follower);
        int reached = others.get(0);
        if (group.elect(first, others, A_FEW_ELECTIONS)) {
            cluster.partition(List.of());
            cluster.star(first, List.of(reached, follower));
            cluster.release(follower, first);
            cluster.sleep(Duration.ofMillis(1));
            Optional<Started> started = group.start(first);
            started.ifPresent(command -> group.expectNotDelivered(
                    command,
                    SOME_HEARTBEATS,
                    Diagnostic.of("raft.delivered-after-replies-of-another-term")
                            .with("reached", reached)
                            .with("follower", follower)));
        }
        cluster.reconnectAll();
        group.agree(group.all());
    }
}
