package kvlab.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import kvlab.cluster.CodeUnderTest;
import kvlab.record.Recording;
import kvlab.reduction.Elements;
import kvlab.scenario.ObservingServer.Notes;
import kvlab.schedule.Scenario;
import kvlab.schedule.ScheduleRunner;
import kvlab.schedule.Verdict;
import kvlab.sim.World;
import org.junit.jupiter.api.Test;

/** Over 100 schedules, each of the nine tests really brings about what it is there for, and often enough. */
class CoreTestsIT {
    private static final int SCHEDULES = 100;
    private static final Duration LONG_PAUSE = Duration.ofSeconds(6);

    private final CoreTests tests = new CoreTests();

    @Test
    void basicOperationsHaveLongSessionsAndPausesAndOtherLeaders() {
        List<Notes> all = notes(tests::basicOperations);
        expect(2, all, each -> each.mostCallsOfOneClient > 200);
        expect(2, all, each -> each.longestPause.compareTo(LONG_PAUSE) > 0);
        expect(25, all, each -> each.leaders() >= 2);
        expect(2, all, each -> each.leaders() == 5);
    }

    @Test
    void concurrentOperationsHaveCrowdsAndOtherLeaders() {
        List<Notes> all = notes(tests::concurrentOperations);
        expect(1, all, each -> each.mostWaiting >= 8);
        expect(50, all, each -> each.mostWaiting >= 4);
        expect(25, all, each -> each.leaders() >= 2);
        expect(2, all, each -> each.leaders() == 5);
    }

    @Test
    void progressWithAMajorityHasPausesAndOtherLeaders() {
        List<Notes> all = notes(tests::progressWithAMajority);
        expect(1, all, each -> each.longestPause.compareTo(LONG_PAUSE) > 0 || each.leaders() == 5);
        expect(4, all, each -> each.leaders() >= 2);
    }

    @Test
    void minorityAsksForWhatHasChangedSince() {
        List<Notes> all = notes(tests::noProgressWithAMinority);
        expect(20, all, each -> each.staleKeyAskedOfDeposedLeader);
        expect(3, all, each -> each.leaders() == 5);
    }

    @Test
    void reElectionAsksTheDeposedLeader() {
        List<Notes> all = notes(tests::operationsThroughReElection);
        expect(90, all, each -> each.staleKeyAskedOfDeposedLeader);
        expect(80, all, each -> each.likeOfAnotherClientAtIndex);
        expect(25, all, each -> each.earlierOfSameClientAtIndex);
        expect(35, all, each -> each.getWhileEarlierCommitIsLate);
        expect(4, all, each -> each.leaders() == 5);
    }

    @Test
    void concurrentRequestsMeetAtTheLeader() {
        expect(70, notes(tests::progressWithConcurrentRequests), each -> each.mostWaiting >= 3);
    }

    @Test
    void linearizabilityIsTestedThroughChangesOfLeaders() {
        List<Notes> all = notes(tests::progressTestingLinearizability);
        expect(60, all, each -> each.leaders() >= 2);
    }

    private static void expect(int least, List<Notes> all, Predicate<Notes> happened) {
        long count = all.stream().filter(happened).count();
        assertTrue(count >= least, "it happened in " + count + " of " + all.size() + " schedules, not in " + least);
    }

    private static List<Notes> notes(Scenario scenario) {
        World world = new World();
        List<Notes> all = new ArrayList<>();
        for (long seed = 1; seed <= SCHEDULES; seed++) {
            Notes notes = new Notes();
            CodeUnderTest code = CodeUnderTest.servers(context -> new ObservingServer(context, notes));
            Verdict verdict = new ScheduleRunner(world, code)
                    .run(scenario, 5, seed, Recording.OFF, Elements.all())
                    .verdict();
            assertInstanceOf(Verdict.Passed.class, verdict, () -> verdict.message());
            all.add(notes);
        }
        assertEquals(SCHEDULES, all.size());
        return all;
    }
}
