package kvlab.grader.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import kvlab.grader.execute.LabSuite;
import kvlab.record.Recording;
import kvlab.schedule.TestCase;
import kvlab.schedule.Verdict;
import kvlab.sim.World;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * No correct design notices whether its servers and Clerks share their classes or have a class loader each: verdict and
 * events are the same. A build compares one schedule of one test of each suite, another test for each design; with
 * {@code -Dcorpus.schedules=100}, so many schedules of every test.
 */
class SeparatedMachinesIT {
    private static final long SCHEDULES = Long.getLong("corpus.schedules", 0);

    private final World world = new World();

    @TestFactory
    Stream<DynamicTest> traceTheSameAsTogether() {
        return TestKit.CORPUS.correct().stream()
                .map(entry -> DynamicTest.dynamicTest(entry.name(), () -> requireSame(entry)));
    }

    private void requireSame(CorpusEntry entry) {
        LoadedEntry submission = LoadedEntry.load(entry.files(), entry.suites(), world);
        for (String suite : entry.suites()) {
            List<TestCase> tests = LabSuite.named(suite).orElseThrow().tests();
            if (SCHEDULES == 0) {
                int any = Math.floorMod(entry.name().hashCode(), tests.size());
                requireSame(submission, tests.get(any), 1 + any);
            } else {
                tests.forEach(test ->
                        LongStream.rangeClosed(1, SCHEDULES).forEach(seed -> requireSame(submission, test, seed)));
            }
        }
    }

    private static void requireSame(LoadedEntry submission, TestCase test, long seed) {
        Recording together = Recording.on();
        Recording separated = Recording.on();
        Verdict expected = submission.run(test, seed, together);
        assertEquals(expected, submission.runSeparated(test, seed, separated), () -> test + " seed " + seed);
        assertTrue(together.isSameAs(separated), () -> test + " seed " + seed);
    }
}
