package kvlab.grader.execute;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kvlab.diagnostic.Diagnostic;
import kvlab.grader.check.SubmissionClassLoader;
import kvlab.grader.execute.inspect.Coverage;
import kvlab.grader.execute.inspect.CoverageMeter;
import kvlab.grader.execute.inspect.Information;
import kvlab.grader.execute.inspect.Style;
import kvlab.grader.execute.inspect.StyleReader;
import kvlab.grader.execute.sandbox.ParentLines;
import kvlab.grader.intake.SourceFile;
import kvlab.schedule.LoadedSubmission;
import kvlab.schedule.Seeds;
import kvlab.schedule.TestCase;
import kvlab.schedule.Verdict;
import kvlab.sim.World;

/**
 * The main class of the process that measures coverage and style: reads one {@link Job} from standard input and writes
 * its findings to standard output, again after each measurement.
 */
public final class InspectionChild {

    /**
     * The measurements to make on a submission.
     *
     * @param nonce repeated before the findings
     * @param sources the sources to check for style; empty for no style check
     * @param classes the class files to measure coverage of, by binary name; empty for no coverage
     * @param suites the tests to measure coverage with
     * @param seeds the schedules of each test
     */
    record Job(
            String nonce, List<SourceFile> sources, Map<String, byte[]> classes, List<LabSuite> suites, Seeds seeds) {}

    private final Protocol protocol = new Protocol();
    private final Job job;
    private final PrintStream reports;

    private Optional<Style> style = Optional.empty();
    private Optional<Coverage> coverage = Optional.empty();
    private final List<Diagnostic> missing = new ArrayList<>();

    private InspectionChild(Job job, PrintStream reports) {
        this.job = job;
        this.reports = reports;
    }

    public static void main(String[] args) throws InterruptedException {
        PrintStream reports = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        Job job = new Protocol().readJob(ParentLines.open().next(), Job.class);
        Child.muteSubmission();
        new InspectionChild(job, reports).work();
        Runtime.getRuntime().halt(0);
    }

    /** Style comes first, so that it is not lost if the submission ends the process. */
    private void work() {
        if (!job.sources().isEmpty()) {
            try {
                style = Optional.of(new StyleReader().read(job.sources()));
            } catch (Exception | StackOverflowError gaveUp) {
                missing.add(becauseOf("inspect.style-gave-up", gaveUp));
            }
            report();
        }
        if (!job.classes().isEmpty()) {
            try {
                coverage = Optional.of(coverage());
            } catch (Exception | LinkageError | StackOverflowError gaveUp) {
                missing.add(becauseOf("inspect.coverage-gave-up", gaveUp));
            }
            report();
        }
    }

    private Coverage coverage() throws IOException {
        try (CoverageMeter meter = CoverageMeter.start(job.classes())) {
            SubmissionClassLoader counting = new SubmissionClassLoader(job.classes(), meter.counting());
            for (LabSuite suite : job.suites()) {
                LoadedSubmission submission = new LoadedSubmission(counting, suite.needs(), new World());
                for (TestCase test : suite.tests()) {
                    submission.run(test, job.seeds(), 1, ended -> requireRun(ended.verdict()));
                }
            }
            return meter.measured();
        }
    }

    /** A schedule that the harness could not run gives no coverage. */
    private static void requireRun(Verdict verdict) {
        if (verdict instanceof Verdict.Refused || verdict instanceof Verdict.InfrastructureError) {
            throw new IllegalStateException(verdict.message());
        }
    }

    private void report() {
        reports.println(
                protocol.writeReport(job.nonce(), new Information(coverage, style, missing, missing.isEmpty())));
    }

    /** Contains no text that the submission could choose. */
    private static Diagnostic becauseOf(String code, Throwable gaveUp) {
        Throwable cause = gaveUp.getCause() == null ? gaveUp : gaveUp.getCause();
        return Diagnostic.of(code).with("error", cause.getClass().getSimpleName());
    }
}
