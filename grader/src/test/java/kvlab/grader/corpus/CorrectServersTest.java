package kvlab.grader.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import kvlab.cluster.Participants;
import kvlab.schedule.ScheduleRunner;
import kvlab.schedule.Verdict;
import kvlab.sim.World;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Every correct design passes every schedule, whatever the handout leaves open. With {@code -Dcorpus.schedules=10000} and
 * {@code -Dcorpus.seed=1} it looks longer than a build does, and elsewhere.
 */
class CorrectServersTest {
    private static final int SCHEDULES = Integer.getInteger("corpus.schedules", 25);
    private static final long FIRST_SEED = Long.getLong("corpus.seed", 1);

    private final World world = new World();

    @TestFactory
    Stream<DynamicTest> passAllNineTests() {
        return CorpusServer.correct().stream()
                .map(server -> DynamicTest.dynamicTest(server.name(), () -> assertPassesAll(server.load())));
    }

    private void assertPassesAll(Participants participants) {
        ScheduleRunner runner = new ScheduleRunner(world, participants);
        List<String> notPassed = CoreTest.all().stream()
                .flatMap(test -> LongStream.range(FIRST_SEED, FIRST_SEED + SCHEDULES)
                        .mapToObj(seed -> describe(test, seed, runner.run(test.scenario(), test.servers(), seed))))
                .flatMap(List::stream)
                .toList();
        assertEquals(List.of(), notPassed);
    }

    private static List<String> describe(CoreTest test, long seed, Verdict verdict) {
        return verdict instanceof Verdict.Passed
                ? List.of()
                : List.of(test + ", seed " + seed + ": " + verdict.message() + "\n" + verdict.detail());
    }
}
