package kvlab.grader.corpus;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.Stream;
import kvlab.schedule.Seeds;
import kvlab.sim.World;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Every correct design passes every schedule, whatever the handout leaves open. Each runs a seed of its own, so that together
 * they look at many. With {@code -Dcorpus.schedules=10000} and {@code -Dcorpus.seed=1} it looks longer than a build does, and
 * elsewhere.
 */
class CorrectServersIT {
    private static final int SCHEDULES = Integer.getInteger("corpus.schedules", 1);

    @TestFactory
    Stream<DynamicTest> passEverythingTheyAreTriedWith() {
        return TestKit.CORPUS.correct().stream()
                .map(entry -> DynamicTest.dynamicTest(entry.name(), () -> {
                    Seeds seeds = new Seeds(Long.getLong("corpus.seed", ownSeed(entry)), SCHEDULES);
                    EntryResult result = new CorpusRun(new World(), new RunScope(seeds, seeds, false)).run(entry);
                    assertTrue(result.isAsExpected(), () -> String.join("\n", result.unmet()));
                    assertTrue(
                            result.schedules() >= (long) TestKit.coreTests().size() * SCHEDULES,
                            "it was given " + result.schedules() + " schedules only");
                }));
    }

    /** Depends on the name alone: another entry leaves it as it is. */
    private static long ownSeed(CorpusEntry entry) {
        return 1 + Math.floorMod(entry.name().hashCode(), 1_000);
    }
}
