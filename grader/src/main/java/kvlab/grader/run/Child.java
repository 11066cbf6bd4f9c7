package kvlab.grader.run;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import kvlab.grader.compile.Compilation;
import kvlab.grader.compile.SubmissionClassLoader;
import kvlab.grader.compile.SubmissionCompiler;
import kvlab.grader.source.Submission;
import kvlab.schedule.ScheduleListener;
import kvlab.schedule.Verdict;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;

/**
 * The process that a submission is let loose in: reads one {@link Job} from standard input, writes its report to
 * standard output. It knows nothing of points or files, and whatever the submission does to it is this process's end
 * at worst.
 */
public final class Child implements TestExecutionListener, ScheduleListener {

    private static final int LONGEST_MESSAGE = 1_000;
    private static final int LONGEST_DETAIL = 8_000;

    private final Protocol protocol = new Protocol();
    private final Job job;
    private final PrintStream reports;

    private Child(Job job, PrintStream reports) {
        this.job = job;
        this.reports = reports;
    }

    public static void main(String[] args) throws IOException {
        PrintStream reports = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        serve(System.in, reports);
        // Not exit: a submission's shutdown hooks would still run.
        Runtime.getRuntime().halt(0);
    }

    /** Does the job that {@code jobs} holds. The submission's own prints go nowhere. */
    static void serve(InputStream jobs, PrintStream reports) throws IOException {
        String line = new BufferedReader(new InputStreamReader(jobs, StandardCharsets.UTF_8)).readLine();
        Job job = new Protocol().readJob(line);
        System.setIn(InputStream.nullInputStream());
        System.setOut(new PrintStream(OutputStream.nullOutputStream()));
        System.setErr(new PrintStream(OutputStream.nullOutputStream()));
        Child child = new Child(job, reports);
        try {
            child.work();
        } catch (Exception | LinkageError broken) {
            StringWriter trace = new StringWriter();
            broken.printStackTrace(new PrintWriter(trace));
            child.report(new Report.KitFailed(broken.toString(), clipped(trace.toString(), LONGEST_DETAIL)));
        }
    }

    /** Does in this process, for its side effects on the JVM, what one on the submission would do. */
    public static void rehearse(Submission submission, LabSuite suite) throws IOException {
        Job job = new Job("rehearsal", submission.files(), suite.name(), suite.numbers(), new Seeds(1, 1), 1);
        byte[] line = new Protocol().write(job).getBytes(StandardCharsets.UTF_8);
        serve(new ByteArrayInputStream(line), new PrintStream(OutputStream.nullOutputStream()));
    }

    private void work() {
        report(new Report.Compiling());
        Compilation compilation = new SubmissionCompiler().compile(job.sources());
        if (compilation instanceof Compilation.Rejected rejected) {
            report(new Report.Rejected(rejected.message(), rejected.errors()));
        } else if (compilation instanceof Compilation.Compiled compiled) {
            report(new Report.Running());
            LabSuite suite = LabSuite.named(job.suite()).orElseThrow();
            new SuiteLauncher(job.seeds(), job.parallel(), Map.of())
                    .run(
                            job.tests().stream().map(suite::test).toList(),
                            new SubmissionClassLoader(compiled.classes()),
                            this,
                            List.of(this));
            report(new Report.Done());
        }
    }

    @Override
    public void executionStarted(TestIdentifier identifier) {
        SuiteLauncher.testNumber(identifier).ifPresent(test -> report(new Report.TestStarted(test)));
    }

    @Override
    public void scheduleEnded(int test, long seed, Verdict verdict) {
        report(new Report.ScheduleEnded(test, seed, clipped(verdict)));
    }

    @Override
    public void executionFinished(TestIdentifier identifier, TestExecutionResult result) {
        OptionalInt test = SuiteLauncher.testNumber(identifier);
        if (test.isPresent()) {
            report(new Report.TestEnded(test.getAsInt()));
        } else if (result.getStatus() != TestExecutionResult.Status.SUCCESSFUL) {
            Throwable cause = result.getThrowable().orElse(null);
            throw new IllegalStateException(identifier.getDisplayName() + " could not be run", cause);
        }
    }

    private void report(Report report) {
        reports.println(protocol.write(job.nonce(), report));
    }

    private static Verdict clipped(Verdict verdict) {
        String message = clipped(verdict.message(), LONGEST_MESSAGE);
        String detail = clipped(verdict.detail(), LONGEST_DETAIL);
        if (verdict instanceof Verdict.Failed) {
            return new Verdict.Failed(message, detail);
        } else if (verdict instanceof Verdict.TimedOut) {
            return new Verdict.TimedOut(message, detail);
        } else if (verdict instanceof Verdict.Crashed) {
            return new Verdict.Crashed(message, detail);
        } else if (verdict instanceof Verdict.Refused) {
            return new Verdict.Refused(message, detail);
        } else if (verdict instanceof Verdict.Undecided) {
            return new Verdict.Undecided(message, detail);
        } else if (verdict instanceof Verdict.InfrastructureError) {
            return new Verdict.InfrastructureError(message, detail);
        }
        return verdict;
    }

    private static String clipped(String text, int length) {
        return text.length() <= length ? text : text.substring(0, length) + " ...";
    }
}
