package kvlab.grader.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.LongStream;
import java.util.stream.Stream;
import kvlab.grader.execute.LabSuite;
import kvlab.schedule.TestCase;
import kvlab.schedule.Verdict;
import kvlab.sim.Trace;
import kvlab.sim.World;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * No correct design notices whether its servers and Clerks share their classes or have a class loader each: verdict and
 * trace are the same. With {@code -Dcorpus.schedules=100} it compares more schedules than a build does.
 */
class SeparatedMachinesIT {
    private static final long SCHEDULES = Long.getLong("corpus.schedules", 1);

    private final World world = new World();

    @TestFactory
    Stream<DynamicTest> traceTheSameAsTogether() {
        return TestKit.CORPUS.correct().stream()
                .map(entry -> DynamicTest.dynamicTest(entry.name(), () -> requireSame(entry)));
    }

    private void requireSame(CorpusEntry entry) {
        LoadedEntry submission = LoadedEntry.load(entry.files(), entry.suites(), world);
        entry.suites().stream()
                .flatMap(name -> LabSuite.named(name).orElseThrow().tests().stream())
                .forEach(test ->
                        LongStream.rangeClosed(1, SCHEDULES).forEach(seed -> requireSame(submission, test, seed)));
    }

    private static void requireSame(LoadedEntry submission, TestCase test, long seed) {
        Trace together = Trace.on();
        Trace separated = Trace.on();
        Verdict expected = submission.run(test, seed, together);
        assertEquals(expected, submission.runSeparated(test, seed, separated), () -> test + " seed " + seed);
        assertTrue(together.isSameAs(separated), () -> test + " seed " + seed);
    }
}
