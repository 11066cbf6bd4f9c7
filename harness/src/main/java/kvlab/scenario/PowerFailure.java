package kvlab.scenario;

import java.time.Duration;
import java.util.Optional;
import kvlab.cluster.Cluster;
import kvlab.net.Conditions;
import kvlab.scenario.RaftGroup.Started;

/**
 * All three servers crash at the moment at which a command is committed: a leader and one follower have it on disk, or
 * it was committed too early. One of the two comes back late, so that the command depends on the other one's disk.
 */
final class PowerFailure {
    private static final Duration AGREEMENT = Duration.ofMillis(300);

    private final Cluster cluster;
    private final RaftGroup group;

    PowerFailure(Cluster cluster, RaftGroup group) {
        this.cluster = cluster;
        this.group = group;
    }

    /** @return whether the command was committed */
    boolean atCommit(boolean leaderComesBackLate) {
        int leader = cluster.awaitLeader();
        int follower = group.after(leader, 1 + cluster.random().nextInt(2)).get(0);
        int absent = group.allBut(leader, follower).get(0);
        cluster.conditions(RaftGroup.FAST);
        cluster.disconnect(absent);
        Optional<Started> started = group.start(leader);
        boolean committed =
                started.isPresent() && group.awaitExactly(AGREEMENT, () -> group.has(leader, started.get()));
        group.restartWithout(leaderComesBackLate ? leader : follower);
        cluster.conditions(Conditions.RELIABLE);
        cluster.reconnectAll();
        group.agree(group.all().stream().filter(cluster::isUp).toList());
        group.all().forEach(cluster::restart);
        group.agree(group.all());
        return committed;
    }
}
