package kvlab.grader.corpus;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import kvlab.schedule.ScheduleRunner;
import kvlab.schedule.Verdict;
import kvlab.sim.World;
import kvlab.submission.SubmissionRefused;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every wrong server is caught by the tests that its first lines name, and for the reason that they give. */
class WrongServersTest {
    /** A bug must show within as many schedules of a test as a submission is graded with. */
    private static final int SCHEDULES = 100;

    /** Shorter than in earnest: the corpus knows which of its servers get stuck, and the others never do. */
    private static final Duration STUCK_AFTER = Duration.ofSeconds(2);

    private final World world = new World(World.CoroutineKind.best(), STUCK_AFTER);

    @TestFactory
    Stream<DynamicTest> areCaughtForTheirReason() {
        return CorpusServer.wrong().stream()
                .filter(server -> !server.spins())
                .map(server -> DynamicTest.dynamicTest(server.name(), () -> assertCaught(server)));
    }

    @Test
    void thatNeverStopLeaveTheOtherSchedulesAlone() throws Exception {
        for (CorpusServer server : CorpusServer.wrong()) {
            if (server.spins()) {
                ChildJvm.Result result = ChildJvm.ofThisJdk().run(Soak.class, "1", "1", server.name());
                server.caughtBy()
                        .forEach((test, reason) -> assertTrue(
                                result.output().contains("test " + test + ": 1 of 1 not passed")
                                        && result.output().contains(reason),
                                () -> server + " should be caught by test " + test + " because \"" + reason
                                        + "\", but\n" + result.output()));
            }
        }
    }

    @Test
    void coverEachOfTheNineTests() {
        Set<Integer> covered = new TreeSet<>();
        CorpusServer.wrong().forEach(server -> covered.addAll(server.caughtBy().keySet()));
        assertEquals(Set.of(1, 2, 3, 4, 5, 6, 7, 8, 9), covered);
    }

    private void assertCaught(CorpusServer server) {
        if (!server.refusals().isEmpty()) {
            assertRefused(server);
            return;
        }
        Map<Integer, String> caughtBy = server.caughtBy();
        assertFalse(caughtBy.isEmpty(), server + " does not say in its first lines which test must catch it");
        ScheduleRunner runner = new ScheduleRunner(world, server.load());
        assertAll(caughtBy.entrySet().stream()
                .map(expected -> () -> assertCaught(runner, CoreTest.of(expected.getKey()), expected.getValue())));
    }

    private static void assertCaught(ScheduleRunner runner, CoreTest test, String reason) {
        for (long seed = 1; seed <= SCHEDULES; seed++) {
            Verdict verdict = runner.run(test.scenario(), test.servers(), seed);
            if (!(verdict instanceof Verdict.Passed)) {
                assertContains(verdict.message(), reason, test + ", seed " + seed);
                return;
            }
        }
        fail(test + " did not catch it in " + SCHEDULES + " schedules; it should, because \"" + reason + "\"");
    }

    private static void assertRefused(CorpusServer server) {
        SubmissionRefused refused = assertThrows(SubmissionRefused.class, server::load);
        List<String> reasons = server.refusals();
        reasons.forEach(reason -> assertContains(refused.getMessage(), reason, "the refusal"));
    }

    private static void assertContains(String message, String part, String where) {
        assertTrue(message.contains(part), () -> where + " should say \"" + part + "\", but says: " + message);
    }
}
