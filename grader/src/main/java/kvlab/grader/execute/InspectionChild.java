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
 * The process that finds out what is told of a submission beside its verdicts: reads one {@link Job} from
 * standard input, writes what it found to standard output, again when it knows more.
 */
public final class InspectionChild {

    /**
     * What it is asked to find out about a submission that has its verdicts.
     *
     * @param nonce repeated before what it found
     * @param sources whose style is read; none if it is not asked for
     * @param classes whose coverage is measured, class files by binary name; none if it is not asked for
     * @param suites the tests that coverage is measured over
     * @param seeds of the schedules of each of these
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

    /** The style first: it cannot be lost by what the submission does when it runs. */
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

    /** A schedule that the harness did not run says nothing of what would run. */
    private static void requireRun(Verdict verdict) {
        if (verdict instanceof Verdict.Refused || verdict instanceof Verdict.InfrastructureError) {
            throw new IllegalStateException(verdict.message());
        }
    }

    private void report() {
        reports.println(
                protocol.writeReport(job.nonce(), new Information(coverage, style, missing, missing.isEmpty())));
    }

    /** Without texts that the submission could have chosen. */
    private static Diagnostic becauseOf(String code, Throwable gaveUp) {
        Throwable cause = gaveUp.getCause() == null ? gaveUp : gaveUp.getCause();
        return Diagnostic.of(code).with("error", cause.getClass().getSimpleName());
    }
}
