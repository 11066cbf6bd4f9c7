package kvlab.grader.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import kvlab.grader.check.ApiRules;
import kvlab.grader.check.CheckJob;
import kvlab.grader.check.Checked;
import kvlab.grader.check.SubmissionClassLoader;
import kvlab.grader.execute.LabSuite;
import kvlab.grader.execute.SuiteLauncher;
import kvlab.grader.intake.Submission;
import kvlab.junit.PlacedOutput;
import kvlab.junit.TraceFile;
import kvlab.schedule.Seeds;
import kvlab.schedule.Suite;
import kvlab.schedule.TestCase;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code kvlab test}: compiles a server and runs lab tests on it, in this process. */
@Command(
        name = "test",
        mixinStandardHelpOptions = true,
        description =
                "Compiles the submission at PATH and runs the lab's tests on it. In a report's replay line for teaching"
                        + " assistants, PATH and the options beside it say what was graded.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:all tests passed",
            "1:a test failed",
            "2:wrong use, or the server does not compile, or it breaks the rules",
            "3:the kit itself failed"
        })
final class TestCommand implements Callable<Integer> {

    @Mixin
    private TestedSources sources;

    @Option(
            names = "--suite",
            paramLabel = "SUITE",
            defaultValue = "core",
            description = "core, extended, raft (for an own Raft), or all for core and extended (default: core).")
    private String suiteName;

    @Option(names = "--test", paramLabel = "N", description = "Only this test; may be given several times.")
    private List<Integer> tests = List.of();

    @Option(
            names = "--seed",
            paramLabel = "S",
            defaultValue = "1",
            description = "The first schedule's seed (default: 1). The same seed gives the same run.")
    private long seed;

    @Option(
            names = "--edition",
            paramLabel = "E",
            description = "The suite's edition that S is a seed of, as replay lines say it. A kit with another edition"
                    + " refuses the line, since S is another schedule there.")
    private Optional<Integer> edition;

    @Option(
            names = "--schedules",
            paramLabel = "K",
            defaultValue = "1",
            description = "How many schedules of each test, with seeds S, S+1, ... (default: 1).")
    private int schedules;

    @Option(
            names = "--parallel",
            paramLabel = "P",
            description = "How many schedules at the same time (default: two per processor).")
    private Optional<Integer> parallel;

    @Option(
            names = "--trace",
            paramLabel = "FILE",
            arity = "0..1",
            fallbackValue = "kvlab-trace.txt",
            description = "Write what happened to FILE (default: ${FALLBACK-VALUE}): in the first schedule that did not"
                    + " pass. If its name ends with .jsonl, as JSON, one object for each event.")
    private Path trace;

    @Option(
            names = "--only",
            paramLabel = "KEY=VALUE,...",
            description =
                    "Which events --trace writes, such as server=2,kind=role,from=3.1,to=3.4. Keys: server, client,"
                            + " kind, from and to in seconds, and text, which goes to the end. May be given several times, and"
                            + " keys repeated. kind=all writes heartbeats and details, too.")
    private List<String> only = List.of();

    @Override
    public Integer call() throws IOException {
        LabSuite suite = LabSuite.named(suiteName)
                .orElseThrow(() -> new WrongUseException(
                        "there is no suite " + suiteName + ": the suites are " + String.join(", ", LabSuite.NAMES)));
        List<TestCase> chosen = chosen(suite);
        requireEdition(chosen);
        Seeds seeds = Schedules.of(seed, schedules);
        int threads = Schedules.parallel(parallel);
        ApiRules api = sources.api();
        Submission submission = sources.read();
        Map<String, String> parameters = parameters();
        Checked checked = new CheckJob(submission.files(), suite.needs(), api).check();
        if (!(checked instanceof Checked.Accepted accepted)) {
            return ThisProcess.refused(submission, checked);
        }
        SuiteLauncher launcher = new SuiteLauncher(seeds, Math.min(threads, schedules), parameters);
        boolean ownRaft =
                submission.files().stream().anyMatch(file -> file.name().equals("StudentRaft.java"));
        return ThisProcess.run(PlacedOutput::around, out -> {
            TestConsole console = new TestConsole(out, schedules);
            // Without a StudentRaft.java, say which Raft was tested.
            if (chosen.stream().anyMatch(test -> test.suite().name().equals("raft")) || ownRaft) {
                out.println(
                        ownRaft
                                ? "Raft: lab.StudentRaft"
                                : "Raft: the provided one, since there is no StudentRaft.java beside the other files");
            }
            launcher.run(chosen, new SubmissionClassLoader(accepted.classes()), console, console.listeners());
            console.failed().ifPresent(line -> LastFailed.save(submission, line));
            return console.exitCode();
        });
    }

    private List<TestCase> chosen(LabSuite suite) {
        if (!tests.isEmpty() && suite.name().equals("all")) {
            throw new WrongUseException("--test needs one suite, since each counts its tests from 1: say --suite core,"
                    + " --suite extended, or --suite raft");
        }
        for (int number : tests) {
            if (!suite.numbers().contains(number)) {
                throw new WrongUseException("--test " + number + ": suite " + suite.name()
                        + " has no such test; its tests are " + suite.numbersInWords());
            }
        }
        return tests.isEmpty()
                ? suite.tests()
                : new TreeSet<>(tests).stream().map(suite::test).toList();
    }

    /** A pass of another schedule would say nothing about the one that is to be replayed. */
    private void requireEdition(List<TestCase> chosen) {
        for (Suite suite : chosen.stream().map(TestCase::suite).distinct().toList()) {
            if (edition.isPresent() && edition.get() != suite.edition()) {
                throw new WrongUseException("--edition " + edition.get() + ": this kit has edition " + suite.edition()
                        + " of suite " + suite.name() + ", in which seed " + seed
                        + " is another schedule. Replay it with"
                        + " the kit that it was run with, or leave out --edition to run today's schedule");
            }
        }
    }

    private Map<String, String> parameters() {
        Map<String, String> parameters = new TreeMap<>();
        parameters.put("kvlab.replay", sources.replay().prefix());
        if (trace != null) {
            TraceFile file = traceFile();
            requireNothingIsLost(file);
            parameters.put("kvlab.trace", trace.toAbsolutePath().toString());
            parameters.put("kvlab.only", String.join("\n", file.only()));
        } else if (!only.isEmpty()) {
            throw new WrongUseException("--only says what --trace writes: add --trace");
        }
        return parameters;
    }

    private TraceFile traceFile() {
        try {
            return new TraceFile(trace, only);
        } catch (IllegalArgumentException e) {
            throw new WrongUseException("--only: " + e.getMessage());
        }
    }

    /** A path after {@code --trace} may be meant as the submission's. */
    private static void requireNothingIsLost(TraceFile trace) {
        if (Files.isDirectory(trace.file())) {
            throw new WrongUseException(
                    "--trace " + trace.file() + " is a directory: write --trace=FILE, or put PATH first");
        }
        try {
            if (!trace.mayBeWritten()) {
                throw new WrongUseException("--trace " + trace.file()
                        + " would overwrite a file that is no trace: write --trace=FILE with another name, or put PATH"
                        + " first");
            }
        } catch (IOException e) {
            throw new WrongUseException("--trace " + trace.file() + " cannot be read: " + e);
        }
    }
}
