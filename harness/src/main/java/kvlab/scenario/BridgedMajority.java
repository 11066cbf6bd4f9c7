package kvlab.scenario;

import java.time.Duration;
import java.util.List;
import kvlab.cluster.Cluster;
import kvlab.cluster.ExpectationFailed;
import kvlab.diagnostic.Diagnostic;

/**
 * Of five servers one is down. The leader reaches only one other, the bridge, which makes a majority with the remaining
 * two. That majority must be able to elect a leader, although its bridge still hears the old one.
 */
final class BridgedMajority {
    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    private final Cluster cluster;
    private final RaftGroup group;

    BridgedMajority(Cluster cluster, RaftGroup group) {
        this.cluster = cluster;
        this.group = group;
    }

    void play() {
        int old = cluster.awaitLeader();
        long term = group.term(old);
        int down = group.after(old, 1).get(0);
        int bridge = group.after(old, 2).get(0);
        List<Integer> half = group.after(old, 3, 4);
        List<Integer> majority = group.after(old, 2, 3, 4);
        cluster.crash(down);
        cluster.links().bridge(bridge, List.of(old), half);
        boolean elected = group.await(TIMEOUT, () -> group.anyLeads(majority, term));
        if (!elected && isRefusedFor(bridge, half, term)) {
            throw new ExpectationFailed(Diagnostic.of("raft.bridged-majority-without-leader")
                    .with("servers", majority)
                    .with("seconds", TIMEOUT.toSeconds())
                    .with("bridge", bridge)
                    .with("leader", old)
                    .with("term", term));
        }
        cluster.reconnectAll();
        cluster.restart(down);
        group.agree(group.all());
    }

    /**
     * Whether the bridge ignores requests for votes of later terms. With a preliminary vote there are none: such a Raft
     * may leave the old leader in office.
     */
    private boolean isRefusedFor(int bridge, List<Integer> half, long term) {
        return group.term(bridge) == term && half.stream().allMatch(server -> group.term(server) > term);
    }
}
