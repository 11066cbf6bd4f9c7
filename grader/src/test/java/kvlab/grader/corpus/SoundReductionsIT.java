package kvlab.grader.corpus;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import kvlab.grader.execute.LabSuite;
import kvlab.record.Recording;
import kvlab.reduction.Element;
import kvlab.reduction.Elements;
import kvlab.reduction.Kind;
import kvlab.reduction.Reduction;
import kvlab.schedule.LoadedSubmission;
import kvlab.schedule.TestCase;
import kvlab.schedule.Verdict;
import kvlab.shrink.Shrinker;
import kvlab.sim.World;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Whatever is taken away of a schedule, a correct submission passes: otherwise a shrunk schedule could fail by what was
 * taken away. A build tries one schedule of the core tests and of some others; {@code -Dshrink.schedules=100} so many of
 * each test.
 */
class SoundReductionsIT {
    private static final long SCHEDULES = Long.getLong("shrink.schedules", 0);

    private static final Set<Integer> OTHERS_IN_A_BUILD = Set.of(6, 14);

    private final World world = new World();

    @TestFactory
    Stream<DynamicTest> leaveCorrectSubmissionsCorrect() {
        return Stream.of("solution", "own-raft")
                .flatMap(name -> name.equals("solution")
                        ? tests(TestKit.CORPUS.solution())
                        : tests(TestKit.CORPUS.entry("base", name)));
    }

    private Stream<DynamicTest> tests(CorpusEntry entry) {
        LoadedEntry loaded = LoadedEntry.load(entry.files(), entry.suites(), world);
        return entry.suites().stream()
                .flatMap(suite -> LabSuite.named(suite).orElseThrow().tests().stream())
                .filter(test -> SCHEDULES > 0
                        || test.suite().name().equals("core")
                        || OTHERS_IN_A_BUILD.contains(test.number()))
                .map(test -> DynamicTest.dynamicTest(
                        entry.name() + " " + test.suite().name() + " " + test.number(),
                        () -> LongStream.rangeClosed(1, Math.max(1, SCHEDULES))
                                .forEach(seed -> requirePasses(loaded.submission(test.suite()), test, seed))));
    }

    private static void requirePasses(LoadedSubmission submission, TestCase test, long seed) {
        Elements whole = Elements.all();
        submission.run(test, seed, Recording.OFF, whole);
        Random random = new Random(seed);
        for (int run = 0; run < 3; run++) {
            Reduction reduction = reduction(whole, Shrinker.removable(test), random, run);
            Verdict verdict = submission
                    .run(test, seed, Recording.OFF, new Elements(reduction))
                    .verdict();
            assertInstanceOf(
                    Verdict.Passed.class, verdict, () -> "seed " + seed + ", " + verdict.message() + "\n" + reduction);
        }
    }

    /** At first nothing is left of any kind; then something is of some kinds. */
    private static Reduction reduction(Elements whole, Set<Kind> removable, Random random, int run) {
        Reduction reduction = Reduction.NONE;
        for (Kind kind : EnumSet.copyOf(removable)) {
            int left = run == 0 ? 0 : random.nextInt(3);
            if (left < 2) {
                List<Element> some = whole.occurred(kind).stream()
                        .filter(element -> left == 1 && random.nextBoolean())
                        .toList();
                reduction = reduction.leaving(kind, some);
            }
        }
        return reduction;
    }
}
