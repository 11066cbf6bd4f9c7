package kvlab.grader.corpus;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import kvlab.grader.execute.LabSuite;
import kvlab.record.Recording;
import kvlab.record.Timeline;
import kvlab.schedule.TestCase;
import kvlab.sim.World;
import kvlab.sim.World.CoroutineKind;

/**
 * Hashes of the traces of a submission's schedules, in the nine tests and in those of the other suites in which most goes
 * wrong: lines like {@code core 2 4 81 9f86d081...} of suite, edition, test, seed and SHA-256. As a program it prints
 * them, so that another JVM can be compared; its arguments are the kind of coroutine, the entry's directory in the corpus
 * and its name, and seeds.
 */
final class TraceHashes {
    private final LoadedEntry submission;
    private final List<TestCase> tests;

    TraceHashes(CoroutineKind kind, CorpusEntry entry) {
        this.submission = LoadedEntry.load(entry.files(), entry.suites(), new World(kind, World.HANG_TIMEOUT));
        this.tests = entry.suites().stream().flatMap(TraceHashes::tests).toList();
    }

    /** The tests that are traced. */
    List<TestCase> tests() {
        return tests;
    }

    private static Stream<TestCase> tests(String name) {
        LabSuite suite = LabSuite.named(name).orElseThrow();
        return switch (name) {
            case "extended" -> Stream.of(10, 14).map(suite::test);
            case "raft" -> Stream.of(10, 13).map(suite::test);
            default -> suite.tests().stream();
        };
    }

    /** The lines of all these tests with these seeds. */
    List<String> lines(long... seeds) {
        List<String> lines = new ArrayList<>();
        for (TestCase test : tests) {
            for (long seed : seeds) {
                lines.add(line(test, seed));
            }
        }
        return lines;
    }

    /** The line of one schedule. */
    String line(TestCase test, long seed) {
        Recording recording = Recording.on();
        submission.run(test, seed, recording);
        return test.suite().name() + " " + test.suite().edition() + " " + test.number() + " " + seed + " "
                + new Timeline(recording).hash();
    }

    public static void main(String[] arguments) {
        CoroutineKind kind = arguments[0].equals("best") ? CoroutineKind.best() : CoroutineKind.of(arguments[0]);
        long[] seeds =
                Arrays.stream(arguments).skip(3).mapToLong(Long::parseLong).toArray();
        CorpusEntry entry = TestKit.CORPUS.entry(arguments[1], arguments[2]);
        new TraceHashes(kind, entry).lines(seeds).forEach(System.out::println);
    }
}
