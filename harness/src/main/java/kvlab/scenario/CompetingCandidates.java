package kvlab.scenario;

import java.time.Duration;
import java.util.List;
import kvlab.cluster.Cluster;
import kvlab.cluster.ExpectationFailed;
import kvlab.diagnostic.Diagnostic;
import kvlab.net.Conditions;

/** Elections among three servers, of which two are disconnected from each other and request the vote of the third. */
final class CompetingCandidates {
    private static final Duration A_FEW_ELECTIONS = Duration.ofSeconds(2);
    private static final Duration SHORTLY = Duration.ofMillis(200);
    private static final Duration A_HEARTBEAT = Duration.ofMillis(10);
    private static final int ATTEMPTS = 3;

    /** Much less than an election timeout. */
    private static final Duration MIN_ELECTION_TIMEOUT = Duration.ofMillis(50);

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

    /** What happens between the two requests of {@link #requestAgain}. */
    enum Meanwhile {
        NOTHING,
        VOTER_RESTARTS,
        CANDIDATE_RESTARTS
    }

    /**
     * One candidate is elected, and the other's request of the same term arrives after that. A heartbeat, or a crash,
     * does not give anyone a second vote.
     *
     * @return whether it came to that
     */
    boolean requestAgain(Meanwhile meanwhile) {
        boolean arrived = false;
        for (int attempt = 0; attempt < ATTEMPTS && !arrived; attempt++) {
            arrived = tryRequestAgain(meanwhile, candidates.get(attempt % 2), candidates.get(1 - attempt % 2));
            cluster.conditions(Conditions.RELIABLE);
            cluster.reconnectAll();
        }
        cluster.awaitLeader();
        return arrived;
    }

    private boolean tryRequestAgain(Meanwhile meanwhile, int first, int second) {
        cluster.conditions(RaftGroup.FAST);
        group.restartAll();
        cluster.links().cutOneWay(List.of(first), List.of(second));
        cluster.stall(second, voter);
        cluster.stall(second, first);
        if (!group.awaitExactly(A_FEW_ELECTIONS, () -> group.leads(first))) {
            return false;
        }
        long term = group.term(first);
        if (meanwhile == Meanwhile.VOTER_RESTARTS) {
            restartVoter();
        } else if (meanwhile == Meanwhile.CANDIDATE_RESTARTS) {
            cluster.crash(first);
            cluster.restart(first);
        } else {
            cluster.sleep(A_HEARTBEAT);
        }
        if (!group.awaitExactly(SHORTLY, () -> group.term(second) >= term) || group.term(second) != term) {
            return false;
        }
        if (meanwhile == Meanwhile.CANDIDATE_RESTARTS) {
            cluster.reconnectAll();
        } else {
            cluster.release(second, voter);
        }
        group.await(SHORTLY, () -> group.leads(second)); // two leaders of one term
        return true;
    }

    /**
     * A server that grants its vote does not stand for election right afterwards (rules for followers in Figure 2).
     *
     * @return whether one granted its vote
     */
    boolean waitAfterVoting() {
        boolean granted = false;
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            group.agree(group.all()); // so their logs are the same, and nothing speaks against the vote
            long before = group.latestTerm();
            group.restartAll();
            cluster.disconnect(voter);
            if (group.awaitExactly(
                    A_FEW_ELECTIONS, () -> candidates.stream().anyMatch(server -> group.term(server) > before))) {
                int candidate = candidates.get(group.term(candidates.get(0)) > before ? 0 : 1);
                granted |= expectToWait(candidates.get(candidate == candidates.get(0) ? 1 : 0), group.term(candidate));
            }
            cluster.reconnectAll();
        }
        cluster.awaitLeader();
        return granted;
    }

    private boolean expectToWait(int granting, long term) {
        boolean granted =
                group.awaitExactly(SHORTLY, () -> group.term(granting) >= term) && group.term(granting) == term;
        if (!granted) {
            return false;
        }
        cluster.disconnect(granting);
        if (group.awaitExactly(MIN_ELECTION_TIMEOUT, () -> group.term(granting) > term)) {
            throw new ExpectationFailed(Diagnostic.of("raft.stands-after-voting")
                    .with("server", granting)
                    .with("term", term)
                    .with("millis", MIN_ELECTION_TIMEOUT.toMillis()));
        }
        return true;
    }
}
