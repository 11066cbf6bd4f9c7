package kvlab.scenario;

import java.time.Duration;
import java.util.List;
import kvlab.cluster.Cluster;
import kvlab.diagnostic.Diagnostic;

/** Elections among three servers, of which two are disconnected from each other and request the vote of the third. */
final class CompetingCandidates {
    private static final Duration A_FEW_ELECTIONS = Duration.ofSeconds(2);
    private static final Duration SHORTLY = Duration.ofMillis(200);
    private static final int ATTEMPTS = 3;

    private final Cluster cluster;
    private final RaftGroup group;
    private final int voter;
    private final List<Integer> candidates;

    CompetingCandidates(Cluster cluster, RaftGroup group) {
        this.cluster = cluster;
        this.group = group;
        voter = cluster.random().nextInt(cluster.size());
        candidates = group.after(voter, 1, 2);
    }

    /**
     * The candidates stand for election in the same term, one after the other; the voter has one vote. Two leaders of
     * one term are found when their states are polled.
     *
     * @param meanwhile what happens once one candidate has been elected
     */
    void voteOnce(Runnable meanwhile) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            group.restartAll();
            cluster.star(voter, candidates);
            if (group.await(A_FEW_ELECTIONS, () -> candidates.stream().anyMatch(group::leads))) {
                meanwhile.run();
            }
            cluster.sleep(SHORTLY.multipliedBy(4));
            cluster.reconnectAll();
        }
        cluster.awaitLeader();
    }

    void restartVoter() {
        cluster.crash(voter);
        cluster.restart(voter);
    }

    /**
     * A candidate gets its votes when it stands in a later term already, in which it has not reached any other server.
     */
    void lateVotes() {
        int candidate = candidates.get(0);
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            long before = group.latestTerm();
            group.restartAll();
            cluster.disconnect(candidates.get(1));
            cluster.stall(voter, candidate);
            if (group.await(
                    A_FEW_ELECTIONS, () -> group.term(voter) > before && group.term(voter) == group.term(candidate))) {
                cluster.stall(candidate, voter);
                long asked = group.term(candidate);
                if (group.await(A_FEW_ELECTIONS, () -> group.term(candidate) > asked)) {
                    cluster.release(voter, candidate);
                    group.expectNotElected(
                            candidate,
                            asked,
                            SHORTLY,
                            Diagnostic.of("raft.elected-by-late-votes").with("asked", asked));
                }
            }
            cluster.reconnectAll();
        }
        cluster.awaitLeader();
    }
}
