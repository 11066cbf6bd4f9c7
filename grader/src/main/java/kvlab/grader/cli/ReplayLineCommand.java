package kvlab.grader.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import kvlab.diagnostic.Diagnostic;
import kvlab.grader.check.CheckJob;
import kvlab.grader.check.Checked;
import kvlab.grader.check.SubmissionClassLoader;
import kvlab.grader.execute.LabSuite;
import kvlab.grader.intake.Submission;
import kvlab.schedule.LoadedSubmission;
import kvlab.schedule.ReplayLine;
import kvlab.schedule.TestCase;
import kvlab.shrink.Budget;
import kvlab.shrink.Shrinker;
import kvlab.shrink.Shrunk;
import kvlab.sim.World;
import kvlab.submission.SubmissionRefused;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code kvlab replay}: runs exactly the schedule of a replay line, of which something may have been taken away. */
@Command(
        name = "replay",
        mixinStandardHelpOptions = true,
        description =
                "Runs one schedule again, on the submission at PATH: exactly what a replay line names. If the code has"
                        + " changed so that the schedule takes another course, says what no longer occurs.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:the schedule passed",
            "1:the schedule failed",
            "2:wrong use, or the server does not compile, or it breaks the rules",
            "3:the kit itself failed"
        })
final class ReplayLineCommand implements Callable<Integer> {

    @Parameters(
            index = "0",
            paramLabel = "LINE",
            description = "SUITE/TEST/SEED, such as core/5/81; or a whole line such as core/5/81~2.AQcB, in which what"
                    + " follows says what is left of the schedule.")
    private String text;

    @Parameters(
            index = "1..*",
            arity = "0..*",
            paramLabel = "PATH",
            description = "The submission, as for test (default: the lab's skeleton).")
    private List<Path> paths = List.of();

    @Option(
            names = "--shrink",
            description = "If the schedule fails, make it smaller while it fails in the same way, and print its line.")
    private boolean shrink;

    @Override
    public Integer call() throws IOException {
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
        ReplayReport report = new ReplayReport(shared.ownLines(), line, test, paths);
        System.setOut(new PrintStream(shared, true, StandardCharsets.UTF_8));
        Thread exitWatch = new Thread(TestCommand::endedEarly, "exit-watch");
        Runtime.getRuntime().addShutdownHook(exitWatch);
        try {
            return run(new SubmissionClassLoader(accepted.classes()), suite, test, line, report);
        } finally {
            Runtime.getRuntime().removeShutdownHook(exitWatch);
            System.setOut(before);
        }
    }

    private int run(ClassLoader classes, LabSuite suite, TestCase test, ReplayLine line, ReplayReport report) {
        LoadedSubmission submission;
        try {
            submission = new LoadedSubmission(classes, suite.needs(), new World());
        } catch (SubmissionRefused refused) {
            refused.findings().stream().map(Diagnostic::message).forEach(System.err::println);
            return ExitCode.WRONG_USE;
        }
        int exitCode = report.replay(submission);
        if (shrink && exitCode == ExitCode.TEST_FAILED) {
            Optional<Shrunk> shrunk =
                    new Shrinker(submission, test, line.seed(), Budget.of(test)).shrink(line.reduction());
            report.print(shrunk);
        }
        return exitCode;
    }

    private ReplayLine line() {
        try {
            return ReplayLine.parse(text.strip());
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
