package kvlab.grader.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import kvlab.grader.execute.LabSuite;
import kvlab.record.Recording;
import kvlab.reduction.Elements;
import kvlab.reduction.Reduction;
import kvlab.schedule.LoadedSubmission;
import kvlab.schedule.ReplayLine;
import kvlab.schedule.ScheduleRun;
import kvlab.schedule.TestCase;
import kvlab.schedule.Verdict;
import kvlab.shrink.Budget;
import kvlab.shrink.Shrinker;
import kvlab.shrink.Shrunk;
import kvlab.sim.World;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Failed schedules of the corpus, made smaller: they still fail in the same way, and so does their line elsewhere. A build
 * shrinks a few of them. With {@code -Dshrink.all=true} all, which prints how much smaller they become.
 */
class ShrinkingIT {
    private static final boolean ALL = Boolean.getBoolean("shrink.all");
    private static final long SEEDS = 40;

    /** Of the core lab, of the extended lab with many faults, and of an own Raft. */
    private static final List<String> SAMPLE = List.of(
            "append-to-a-missing-key-is-lost",
            "applies-what-it-started",
            "applies-duplicates-out-of-order",
            "applies-the-latest-request-again",
            "believes-late-replies");

    private final World world = new World();
    private final List<Shrunk> results = new ArrayList<>();

    /** A failed schedule of an entry, in the first test that must catch it. */
    private record Failed(LoadedSubmission submission, TestCase test, long seed) {

        static Optional<Failed> of(CorpusEntry entry, World world) {
            LoadedEntry loaded = LoadedEntry.load(entry.files(), entry.suites(), world);
            return entry.expectations().stream()
                    .filter(Expectation.CaughtBy.class::isInstance)
                    .map(Expectation.CaughtBy.class::cast)
                    .flatMap(caught -> {
                        TestCase test =
                                LabSuite.named(caught.suite()).orElseThrow().test(caught.test());
                        return LongStream.rangeClosed(1, SEEDS)
                                .filter(seed -> loaded.run(test, seed) instanceof Verdict.Failed)
                                .limit(1)
                                .mapToObj(seed -> new Failed(loaded.submission(test.suite()), test, seed));
                    })
                    .findFirst();
        }

        Optional<Shrunk> shrink() {
            return new Shrinker(submission, test, seed, Budget.of(test)).shrink(Reduction.NONE);
        }
    }

    @TestFactory
    Stream<DynamicTest> failInTheSameWay() {
        Stream<CorpusEntry> entries = ALL
                ? TestKit.CORPUS.wrong().stream().filter(ShrinkingIT::runs)
                : SAMPLE.stream().map(ShrinkingIT::entry);
        return Stream.concat(
                entries.map(entry -> DynamicTest.dynamicTest(entry.name(), () -> requireShrinks(entry))),
                Stream.of(DynamicTest.dynamicTest("summary", this::summarize)));
    }

    private static CorpusEntry entry(String name) {
        return TestKit.CORPUS.entry("wrong", name);
    }

    private static boolean runs(CorpusEntry entry) {
        return !entry.runsApart() && entry.expectations().stream().noneMatch(Expectation.Refused.class::isInstance);
    }

    private void requireShrinks(CorpusEntry entry) {
        Optional<Failed> found = Failed.of(entry, world);
        if (found.isEmpty()) {
            assertTrue(ALL, "a sample fails within the first seeds");
            return;
        }
        Failed failed = found.get();
        Optional<Shrunk> result = failed.shrink();
        if (result.isEmpty() && ALL) {
            return; // it depends on chance
        }
        Shrunk shrunk = result.orElseThrow();
        assertEquals(
                Shrunk.findingCode(shrunk.before().verdict()),
                Shrunk.findingCode(shrunk.after().verdict()));
        assertTrue(shrunk.after().events() <= shrunk.before().events());
        requireReplays(failed, shrunk);
        results.add(shrunk);
        if (ALL) {
            System.out.println(entry.name() + " " + shrunk.line(failed.test(), failed.seed()) + ": " + figures(shrunk));
        } else {
            assertEquals(result.map(Shrunk::reduction), failed.shrink().map(Shrunk::reduction), "always the same");
        }
    }

    /** Its line means exactly this run. */
    private static void requireReplays(Failed failed, Shrunk shrunk) {
        ReplayLine line =
                ReplayLine.parse(shrunk.line(failed.test(), failed.seed()).toString());
        Elements elements = new Elements(line.reduction());
        ScheduleRun again = failed.submission().run(failed.test(), line.seed(), Recording.OFF, elements);
        assertEquals(shrunk.after(), again);
        assertEquals(List.of(), line.reduction().missingIn(elements));
        assertEquals(Shrunk.findingCode(again.verdict()), line.finding());
    }

    private void summarize() {
        assertFalse(results.isEmpty());
        if (!ALL) {
            return;
        }
        System.out.println(results.size() + " failed schedules made smaller; left of them, median and worst:");
        print("events", run -> run.events());
        print("faults", run -> run.faults());
        print("calls", run -> run.calls());
    }

    private void print(String what, ToDoubleFunction<ScheduleRun> figure) {
        double[] parts = results.stream()
                .filter(shrunk -> figure.applyAsDouble(shrunk.before()) > 0)
                .mapToDouble(
                        shrunk -> figure.applyAsDouble(shrunk.after()) / figure.applyAsDouble(shrunk.before()) * 100)
                .sorted()
                .toArray();
        double[] counts = results.stream()
                .mapToDouble(shrunk -> figure.applyAsDouble(shrunk.after()))
                .sorted()
                .toArray();
        System.out.printf(
                "  %s: %.0f %% and %.0f %%; in numbers %.0f and %.0f%n",
                what,
                parts[parts.length / 2],
                parts[parts.length - 1],
                counts[counts.length / 2],
                counts[counts.length - 1]);
    }

    private static String figures(Shrunk shrunk) {
        ScheduleRun before = shrunk.before();
        ScheduleRun after = shrunk.after();
        return "events " + before.events() + " to " + after.events() + ", faults " + before.faults() + " to "
                + after.faults() + ", calls " + before.calls() + " to " + after.calls() + ", in " + shrunk.schedules()
                + " schedules";
    }

    @Test
    void aLineFailsTheSameInAnotherJvm() throws Exception {
        String name = "applies-duplicates-out-of-order";
        Failed failed = Failed.of(entry(name), world).orElseThrow();
        Shrunk shrunk = failed.shrink().orElseThrow();
        String line = shrunk.line(failed.test(), failed.seed()).toString();
        ChildJvm.Result result = ChildJvm.ofThisJdk().run(OneReplay.class, name, line);
        assertEquals(shrunk.after().verdict().message(), result.output().strip());
    }

    /** A program that prints the verdict on the schedule of a line. Its arguments are a wrong entry's name and the line. */
    static final class OneReplay {
        public static void main(String[] arguments) {
            CorpusEntry entry = entry(arguments[0]);
            ReplayLine line = ReplayLine.parse(arguments[1]);
            TestCase test = LabSuite.named(line.suite()).orElseThrow().test(line.test());
            LoadedEntry loaded = LoadedEntry.load(entry.files(), entry.suites(), new World());
            ScheduleRun run = loaded.submission(test.suite())
                    .run(test, line.seed(), Recording.OFF, new Elements(line.reduction()));
            System.out.println(run.verdict().message());
        }
    }
}
