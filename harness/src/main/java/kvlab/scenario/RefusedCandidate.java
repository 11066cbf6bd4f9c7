package kvlab.scenario;

import java.time.Duration;
import java.util.List;
import kvlab.cluster.Cluster;
import kvlab.cluster.ExpectationFailed;
import kvlab.diagnostic.Diagnostic;

/**
 * A server that lacks a committed entry stands for election. Its request for votes reaches the others in short
 * intervals, again and again, when their leader has crashed. They refuse it, and must elect a leader nevertheless: a
 * refused request does not reset an election timer.
 */
final class RefusedCandidate {
    private static final Duration INTERVAL = Duration.ofMillis(90);
    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final Duration A_FEW_ELECTIONS = Duration.ofSeconds(4);
    private static final Duration UNTIL_LOST = Duration.ofMillis(20);

    private final Cluster cluster;
    private final RaftGroup group;

    RefusedCandidate(Cluster cluster, RaftGroup group) {
        this.cluster = cluster;
        this.group = group;
    }

    /** @return whether it stood for election */
    boolean play() {
        int leader = cluster.awaitLeader();
        int candidate = group.after(leader, 1).get(0);
        List<Integer> voters = group.allBut(leader, candidate);
        long before = group.term(candidate);
        cluster.links().deafen(candidate);
        group.agree(group.allBut(candidate));
        cluster.sleep(UNTIL_LOST);
        voters.forEach(voter -> cluster.stall(candidate, voter));
        boolean stands =
                group.await(A_FEW_ELECTIONS, () -> isAsked(candidate, voters) && group.term(candidate) > before);
        if (stands) {
            cluster.crash(leader);
            expectToElect(voters, candidate);
            cluster.restart(leader);
        }
        cluster.reconnectAll();
        group.agree(group.all());
        return stands;
    }

    private boolean isAsked(int candidate, List<Integer> voters) {
        return voters.stream()
                .allMatch(voter -> cluster.links().queue(candidate, voter).size() > 0);
    }

    private void expectToElect(List<Integer> voters, int candidate) {
        long term = group.latestTerm(voters);
        Duration end = cluster.now().plus(TIMEOUT);
        while (!group.await(INTERVAL, () -> group.anyLeads(voters, term))) {
            if (cluster.now().compareTo(end) > 0) {
                throw new ExpectationFailed(Diagnostic.of("raft.no-leader-beside-refused-candidate")
                        .with("servers", voters)
                        .with("seconds", TIMEOUT.toSeconds())
                        .with("candidate", candidate));
            }
            voters.forEach(voter -> cluster.links().queue(candidate, voter).deliverCopy());
        }
    }
}
