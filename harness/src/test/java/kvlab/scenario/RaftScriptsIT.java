package kvlab.scenario;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.atomic.AtomicInteger;
import kvlab.cluster.Cluster;
import kvlab.cluster.CodeUnderTest;
import kvlab.cluster.NoOpServer;
import kvlab.scenario.CompetingCandidates.Meanwhile;
import kvlab.schedule.ScheduleRunner;
import kvlab.schedule.Verdict;
import kvlab.sim.World;
import org.junit.jupiter.api.Test;

/** The scripts of the suite {@code raft} bring about what they are for, in most schedules, and a right Raft passes. */
class RaftScriptsIT {
    private static final int SCHEDULES = 40;

    private final ScheduleRunner provided =
            new ScheduleRunner(new World(), CodeUnderTest.servers(context -> new NoOpServer()));

    @FunctionalInterface
    private interface Script {
        boolean play(Cluster cluster, RaftGroup group);
    }

    @Test
    void aSecondRequestForVotesArrivesInTheSameTerm() {
        for (Meanwhile meanwhile : Meanwhile.values()) {
            expectSuccess(70, 3, (cluster, group) -> new CompetingCandidates(cluster, group).requestAgain(meanwhile));
        }
    }

    @Test
    void aServerGrantsItsVoteAndIsLeftAlone() {
        expectSuccess(90, 3, (cluster, group) -> new CompetingCandidates(cluster, group).waitAfterVoting());
    }

    @Test
    void aCandidateIsFarBehindInTerms() {
        expectSuccess(60, 3, (cluster, group) -> new IgnoredCandidate(cluster, group).play());
    }

    @Test
    void aCandidateWithAShortLogIsRefused() {
        expectSuccess(95, 5, (cluster, group) -> new RefusedCandidate(cluster, group).play());
    }

    @Test
    void aStaleLeaderGetsRepliesAndCommands() {
        expectSuccess(95, 5, (cluster, group) -> new StaleLeader(cluster, group).isAnswered());
        expectSuccess(95, 5, (cluster, group) -> new StaleLeader(cluster, group).acceptsACommand());
    }

    @Test
    void allCrashWhenACommandIsCommitted() {
        expectSuccess(95, 3, (cluster, group) -> new PowerFailure(cluster, group).atCommit(true));
        expectSuccess(95, 3, (cluster, group) -> new PowerFailure(cluster, group).atCommit(false));
    }

    @Test
    void theElectionsOfFigure8HaveTheirOutcome() {
        expectSuccess(80, 5, (cluster, group) -> {
            group.agree(group.all());
            return new Figure8(cluster, group).playWithANewEntry();
        });
    }

    /** @param percent of the schedules in which the script must succeed */
    private void expectSuccess(int percent, int servers, Script script) {
        AtomicInteger successes = new AtomicInteger();
        for (int seed = 1; seed <= SCHEDULES; seed++) {
            Verdict verdict = provided.run(
                    cluster -> {
                        if (script.play(cluster, new RaftGroup(cluster))) {
                            successes.incrementAndGet();
                        }
                    },
                    servers,
                    seed);
            assertInstanceOf(Verdict.Passed.class, verdict, () -> "verdict: " + verdict);
        }
        assertTrue(successes.get() * 100 >= percent * SCHEDULES, () -> "only in " + successes + " of " + SCHEDULES);
    }
}
