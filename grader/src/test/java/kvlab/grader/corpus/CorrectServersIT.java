package kvlab.grader.corpus;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.Stream;
import kvlab.schedule.Seeds;
import kvlab.sim.World;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Every correct design passes every schedule, whatever the handout leaves open. With {@code -Dcorpus.schedules=10000} and
 * {@code -Dcorpus.seed=1} it looks longer than a build does, and elsewhere.
 */
class CorrectServersIT {
    private static final Seeds SEEDS =
            new Seeds(Long.getLong("corpus.seed", 1), Integer.getInteger("corpus.schedules", 4));

    private final CorpusRun corpus = new CorpusRun(new World(), new RunScope(SEEDS, SEEDS, false));

    @TestFactory
    Stream<DynamicTest> passEverythingTheyAreTriedWith() {
        return TestKit.CORPUS.correct().stream()
                .map(entry -> DynamicTest.dynamicTest(entry.name(), () -> {
                    EntryResult result = corpus.run(entry);
                    assertTrue(result.isAsExpected(), () -> String.join("\n", result.unmet()));
                    assertTrue(
                            result.schedules() >= (long) TestKit.coreTests().size() * SEEDS.count(),
                            "it was given " + result.schedules() + " schedules only");
                }));
    }
}
