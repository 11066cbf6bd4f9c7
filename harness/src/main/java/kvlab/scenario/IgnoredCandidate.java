package kvlab.scenario;

import java.time.Duration;
import java.util.List;
import kvlab.cluster.Cluster;
import kvlab.cluster.ExpectationFailed;
import kvlab.diagnostic.Diagnostic;

/**
 * A server comes back after many elections, and hears nothing of the leader, only replies to its own requests for
 * votes. They tell it a later term, in which it must stand next, if it stands again.
 */
final class IgnoredCandidate {
    private static final Duration MANY_ELECTIONS = Duration.ofMillis(2_500);
    private static final Duration A_FEW_ELECTIONS = Duration.ofSeconds(2);
    private static final int MIN_TERMS = 4;

    private final Cluster cluster;
    private final RaftGroup group;

    IgnoredCandidate(Cluster cluster, RaftGroup group) {
        this.cluster = cluster;
        this.group = group;
    }

    /** @return whether its term was old enough, and it stood for election */
    boolean play() {
        int absent = cluster.awaitLeader();
        long before = group.term(absent);
        cluster.crash(absent);
        int raised = group.after(absent, 1).get(0);
        cluster.disconnect(raised);
        cluster.sleep(MANY_ELECTIONS);
        cluster.reconnect(raised);
        int leader = cluster.awaitLeader();
        long later = group.term(leader);
        cluster.links().cutOneWay(List.of(leader), List.of(absent));
        cluster.restart(absent);
        boolean stood = later >= before + MIN_TERMS && expectToLearn(absent, before, later);
        cluster.reconnectAll();
        cluster.awaitLeader();
        return stood;
    }

    private boolean expectToLearn(int absent, long before, long later) {
        boolean stood = group.await(A_FEW_ELECTIONS, () -> group.term(absent) > before + 1);
        if (stood && group.term(absent) < later) {
            throw new ExpectationFailed(Diagnostic.of("raft.stands-in-earlier-term")
                    .with("server", absent)
                    .with("term", group.term(absent))
                    .with("later", later));
        }
        return stood;
    }
}
