package kvlab.grader.execute;

import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import kvlab.diagnostic.Diagnostic;
import kvlab.grader.check.Excerpt;
import kvlab.grader.check.SubmissionClassLoader;
import kvlab.grader.execute.sandbox.ParentLines;
import kvlab.schedule.LoadedSubmission;
import kvlab.schedule.Seeds;
import kvlab.schedule.TestCase;
import kvlab.schedule.Verdict;
import kvlab.sim.World;
import kvlab.submission.Part;
import kvlab.submission.SubmissionRefused;

/**
 * The main class of the process that runs a submission: reads one {@link Job} from standard input and writes its report
 * to standard output. It has no access to points or files; the worst that a submission can do is to end this process.
 */
public final class Child {

    private static final int MAX_ARGUMENT_LENGTH = 1_000;
    private static final int MAX_DETAIL_LENGTH = 8_000;

    /**
     * The input of one child process. It is sent on standard input, where no other process can read it.
     *
     * @param nonce repeated on each line of the report, so that output of the submission is not mistaken for a report
     * @param classes the submission's class files, by binary name
     * @param suite the tests to run, in this order
     * @param parallel how many schedules of one test run at the same time
     * @param explains whether a failed schedule is explained and drawn: one of each submission is
     * @param failed which; empty for the first that fails here
     */
    record Job(
            String nonce,
            Map<String, byte[]> classes,
            LabSuite suite,
            Seeds seeds,
            int parallel,
            boolean explains,
            Optional<FailedSchedule> failed) {}

    /**
     * Names a schedule of the job's suite.
     *
     * @param stopped whether it hung or crashed: then it is drawn only, without being made smaller
     */
    record FailedSchedule(int test, long seed, boolean stopped) {

        boolean is(int otherTest, long otherSeed) {
            return test == otherTest && seed == otherSeed;
        }
    }

    private final Protocol protocol = new Protocol();
    private final Job job;
    private final PrintStream reports;

    private Child(Job job, PrintStream reports) {
        this.job = job;
        this.reports = reports;
    }

    public static void main(String[] args) throws InterruptedException {
        PrintStream reports = new PrintStream(System.out, false, StandardCharsets.UTF_8);
        serve(new Protocol().readJob(ParentLines.open().next(), Job.class), reports);
        // Not exit, which would run the submission's shutdown hooks.
        Runtime.getRuntime().halt(0);
    }

    private static void serve(Job job, PrintStream reports) {
        muteSubmission();
        Child child = new Child(job, reports);
        try {
            child.work();
        } catch (Throwable broken) {
            child.kitFailed(broken);
        }
    }

    /** Discards the submission's output and gives it an empty standard input. */
    static void muteSubmission() {
        System.setIn(InputStream.nullInputStream());
        System.setOut(new PrintStream(OutputStream.nullOutputStream()));
        System.setErr(new PrintStream(OutputStream.nullOutputStream()));
    }

    /** Runs a submission with these classes in this process, to warm up the JVM. */
    public static void warmUp(Map<String, byte[]> classes, LabSuite suite) {
        String job = new Protocol()
                .writeJob(new Job("warm-up", classes, suite, new Seeds(1, 1), 1, false, Optional.empty()));
        serve(new Protocol().readJob(job, Job.class), new PrintStream(OutputStream.nullOutputStream()));
    }

    private void work() {
        initialiseLibrary();
        ClassLoader classes = new SubmissionClassLoader(job.classes());
        Thread.currentThread().setContextClassLoader(classes);
        // From here on the submission's code runs, its static initialisers first.
        report(new Report.Running());
        try {
            run(new LoadedSubmission(classes, needs(), new World()));
        } catch (SubmissionRefused refused) {
            Verdict why = Verdict.Refused.because(refused.findings());
            job.suite().tests().forEach(test -> refuse(test, why));
        }
        report(new Report.Done());
    }

    /** Classes of the JDK that fail for good if the submission's stack overflows while they are initialised. */
    private static void initialiseLibrary() {
        String text = String.format(Locale.ROOT, "%,d %.3f %s %x", 1, 1.5, "a", 10L);
        kitFailure(new IllegalStateException(text)).message();
    }

    /** After a refusal, which concerns the whole submission, its code does not run again. */
    private void run(LoadedSubmission submission) {
        Optional<Verdict> refusal = Optional.empty();
        Optional<FailedSchedule> failed = job.failed();
        for (TestCase test : job.suite().tests()) {
            if (refusal.isPresent()) {
                refuse(test, refusal.get());
                continue;
            }
            report(new Report.TestStarted(test.number()));
            SortedMap<Long, Verdict> verdicts = submission.runIsolated(
                    test, job.seeds(), job.parallel(), ended -> scheduleEnded(test, ended.seed(), ended.verdict()));
            report(new Report.TestEnded(test.number()));
            refusal = verdicts.values().stream()
                    .filter(Verdict.Refused.class::isInstance)
                    .findFirst();
            failed = failed.or(() -> verdicts.entrySet().stream()
                    .filter(schedule -> schedule.getValue() instanceof Verdict.Failed)
                    .findFirst()
                    .map(schedule -> new FailedSchedule(test.number(), schedule.getKey(), false)));
        }
        if (job.explains() && refusal.isEmpty() && failed.isPresent()) {
            // After all tests: whatever the submission does meanwhile, their verdicts are reported.
            FailedSchedule schedule = failed.get();
            new FailureReport(submission, testOf(schedule), schedule.seed(), this::report).send(schedule.stopped());
        }
    }

    private TestCase testOf(FailedSchedule schedule) {
        return LabSuite.named(job.suite().name()).orElseThrow().test(schedule.test());
    }

    /** What the tests need, or the one of the schedule to be explained if there are none. */
    private Set<Part> needs() {
        return job.suite().tests().isEmpty()
                ? new LabSuite(job.suite().name(), List.of(testOf(job.failed().orElseThrow()))).needs()
                : job.suite().needs();
    }

    private void refuse(TestCase test, Verdict why) {
        report(new Report.TestStarted(test.number()));
        scheduleEnded(test, job.seeds().first(), why);
        report(new Report.TestEnded(test.number()));
    }

    private void scheduleEnded(TestCase test, long seed, Verdict verdict) {
        report(new Report.ScheduleEnded(test.number(), seed, clipped(verdict)));
    }

    private void kitFailed(Throwable why) {
        report(new Report.KitFailed(kitFailure(why)));
    }

    private static Verdict.InfrastructureError kitFailure(Throwable why) {
        StringWriter trace = new StringWriter();
        why.printStackTrace(new PrintWriter(trace));
        return new Verdict.InfrastructureError(
                Diagnostic.of("run.process-failed").with("error", why),
                Excerpt.of(trace.toString(), MAX_DETAIL_LENGTH));
    }

    private void report(Report report) {
        // Starts a new line after any output of the submission, and writes atomically.
        String line = "\n" + protocol.writeReport(job.nonce(), report) + "\n";
        reports.print(line);
        reports.flush();
    }

    private static Verdict clipped(Verdict verdict) {
        return verdict.with(
                Excerpt.of(verdict.diagnostic(), MAX_ARGUMENT_LENGTH), Excerpt.of(verdict.detail(), MAX_DETAIL_LENGTH));
    }
}
