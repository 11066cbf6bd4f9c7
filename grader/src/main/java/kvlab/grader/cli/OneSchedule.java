package kvlab.grader.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import kvlab.diagnostic.Diagnostic;
import kvlab.grader.check.CheckJob;
import kvlab.grader.check.Checked;
import kvlab.grader.check.SubmissionClassLoader;
import kvlab.grader.execute.LabSuite;
import kvlab.grader.grade.result.ReplayCommand;
import kvlab.grader.intake.Submission;
import kvlab.record.Recording;
import kvlab.schedule.LoadedSubmission;
import kvlab.schedule.ReplayLine;
import kvlab.schedule.TestCase;
import kvlab.schedule.Verdict;
import kvlab.sim.World;
import kvlab.submission.SubmissionRefused;
import picocli.CommandLine.Parameters;

/** The arguments {@code LINE} and {@code PATH}: one schedule, and the submission that it is run on. */
final class OneSchedule {

    private static final int SCHEDULES = 100;

    /** A test without a seed. */
    private static final Pattern TEST = Pattern.compile("(?<suite>[a-z]{1,20}/)?(?<test>\\d{1,3})");

    @Parameters(
            index = "0",
            paramLabel = "LINE",
            description =
                    "SUITE/TEST/SEED, such as core/5/81; or SUITE/TEST or, for the core lab, TEST: the first of its"
                            + " " + SCHEDULES
                            + " schedules that fails; or a whole line such as core/5/81~2.AQcB, in which what"
                            + " follows says what is left of the schedule.")
    private String text;

    @Parameters(
            index = "1..*",
            arity = "0..*",
            paramLabel = "PATH",
            description = "The submission, as for test (default: the lab's skeleton).")
    private List<Path> paths = List.of();

    /** What a command does with it. */
    interface Work {
        /**
         * @param out the command's own output; what the submission prints goes elsewhere
         * @return the exit code
         */
        int run(LoadedSubmission submission, TestCase test, ReplayLine line, PrintStream out) throws IOException;
    }

    /** The command that tests the same submission, such as {@code ./kvlab test DIR}. */
    String testCommand() {
        return new ReplayCommand(
                        paths.stream().map(Path::toString).toList(), Optional.empty(), List.of(), List.of(), List.of())
                .prefix();
    }

    /** Loads the submission and does the work, or says why not; returns the exit code. */
    int run(Work work) throws IOException {
        ReplayLine line = line();
        LabSuite suite = suite(line);
        TestCase test = suite.test(line.test());
        requireEdition(line, test);
        TestedSources sources = TestedSources.at(paths);
        Submission submission = sources.read();
        Checked checked = new CheckJob(submission.files(), suite.needs(), sources.api()).check();
        if (!(checked instanceof Checked.Accepted accepted)) {
            return TestCommand.refused(submission, checked);
        }
        FreshLines shared = new FreshLines(System.out);
        PrintStream before = System.out;
        PrintStream own = shared.ownLines();
        System.setOut(new PrintStream(shared, true, StandardCharsets.UTF_8));
        Thread exitWatch = new Thread(TestCommand::endedEarly, "exit-watch");
        Runtime.getRuntime().addShutdownHook(exitWatch);
        try {
            ClassLoader classes = new SubmissionClassLoader(accepted.classes());
            LoadedSubmission loaded = new LoadedSubmission(classes, suite.needs(), new World());
            return work.run(loaded, test, namesSeed() ? line : firstFailed(loaded, test), own);
        } catch (SubmissionRefused refused) {
            refused.findings().stream().map(Diagnostic::message).forEach(System.err::println);
            return ExitCode.WRONG_USE;
        } finally {
            Runtime.getRuntime().removeShutdownHook(exitWatch);
            System.setOut(before);
        }
    }

    private boolean namesSeed() {
        return !TEST.matcher(text.strip()).matches();
    }

    /** The first schedule that does not pass; the very first if all do. */
    private static ReplayLine firstFailed(LoadedSubmission submission, TestCase test) {
        return ReplayLine.of(
                test,
                LongStream.rangeClosed(1, SCHEDULES)
                        .filter(seed -> !(submission.run(test, seed, Recording.OFF) instanceof Verdict.Passed))
                        .findFirst()
                        .orElse(1));
    }

    private ReplayLine line() {
        Matcher test = TEST.matcher(text.strip());
        String whole = test.matches()
                ? Optional.ofNullable(test.group("suite")).orElse("core/") + test.group("test") + "/1"
                : text.strip();
        try {
            return ReplayLine.parse(whole);
        } catch (IllegalArgumentException e) {
            throw new WrongUseException("\"" + text + "\" " + e.getMessage());
        }
    }

    private static LabSuite suite(ReplayLine line) {
        LabSuite suite = LabSuite.each().stream()
                .filter(each -> each.name().equals(line.suite()))
                .findFirst()
                .orElseThrow(() -> new WrongUseException("there is no suite " + line.suite() + ": the suites are "
                        + String.join(
                                ", ",
                                LabSuite.each().stream().map(LabSuite::name).toList())));
        if (!suite.numbers().contains(line.test())) {
            throw new WrongUseException("suite " + suite.name() + " has no test " + line.test() + "; its tests are "
                    + suite.numbersInWords());
        }
        return suite;
    }

    private static void requireEdition(ReplayLine line, TestCase test) {
        int edition = test.suite().edition();
        if (line.edition().orElse(edition) != edition) {
            throw new WrongUseException("the line is of edition "
                    + line.edition().getAsInt() + " of suite " + line.suite() + ", and this kit has edition " + edition
                    + ", in which it means another schedule. Replay it with the kit that it was made with, or run "
                    + line.suite() + "/" + line.test() + "/" + line.seed()
                    + " for the schedule that this seed has now");
        }
    }
}
