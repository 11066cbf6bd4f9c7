package kvlab.schedule;

import java.util.Set;
import java.util.SortedMap;
import java.util.function.Consumer;
import java.util.function.LongPredicate;
import kvlab.cluster.CodeUnderTest;
import kvlab.record.Recording;
import kvlab.reduction.Elements;
import kvlab.sim.World;
import kvlab.submission.Part;
import kvlab.submission.Submission;
import kvlab.submission.SubmissionRefused;

/**
 * A submission that is loaded in this process and ready for lab tests. JUnit and the grader both run schedules here.
 * Thread-safe.
 */
public final class LoadedSubmission {

    private final Submission submission;
    private final ScheduleRunner runner;
    private final IsolationCheck isolation;

    /**
     * Loads a submission. Its static initialisers run, after its classes have been checked.
     *
     * @param classes loads its classes and class files
     * @param needed the required parts
     * @throws SubmissionRefused if it breaks a rule of the harness, or its static initialisers fail
     */
    public LoadedSubmission(ClassLoader classes, Set<Part> needed, World world) {
        submission = Submission.load(classes, needed);
        Initialisation.run(submission, world);
        runner = new ScheduleRunner(world, CodeUnderTest.of(submission));
        isolation = new IsolationCheck(world, submission);
    }

    /** Runs one schedule, and records it. Afterwards checks again that its servers could share nothing. */
    public Verdict run(TestCase test, long seed, Recording recording) {
        return run(test, seed, recording, Elements.all()).verdict();
    }

    /**
     * The same for a schedule of which something may be taken away.
     *
     * @param elements says what, and has afterwards what occurred
     */
    public ScheduleRun run(TestCase test, long seed, Recording recording, Elements elements) {
        ScheduleRun run = runner.run(test, seed, recording, elements);
        try {
            submission.requireNothingShared();
        } catch (SubmissionRefused shared) {
            return new ScheduleRun(Verdict.Refused.because(shared.findings()), run.events(), run.faults(), run.calls());
        }
        return run;
    }

    /** Runs one schedule of which something may be taken away, and keeps all that its explanation needs. */
    public RecordedRun record(TestCase test, long seed, Elements elements) {
        return runner.record(test, seed, elements);
    }

    /**
     * Runs one schedule with a class loader for each life of a server and for each Clerk. A submission that shares no
     * memory does not notice: verdict and events are the same.
     */
    public Verdict runSeparated(TestCase test, long seed, Recording recording) {
        return isolation.runSeparated(test, seed, recording);
    }

    /**
     * Runs the schedules of one test that are needed, and waits for them.
     *
     * @param parallel the number of concurrent schedules
     * @param listener receives each verdict in the calling thread, in order of completion
     * @return the verdicts that count, by seed; they do not depend on the concurrency
     */
    public SortedMap<Long, Verdict> run(TestCase test, Seeds seeds, int parallel, Consumer<Ended> listener) {
        return new Schedules(seeds, seed -> run(test, seed, Recording.OFF)).run(parallel, listener);
    }

    /** The same, and requires of one schedule of each hundred that its servers and Clerks share no memory at all. */
    public SortedMap<Long, Verdict> runIsolated(TestCase test, Seeds seeds, int parallel, Consumer<Ended> listener) {
        return run(test, seeds, seed -> IsolationSample.contains(test, seeds, seed), parallel, listener);
    }

    /** The same, for the first schedule only: the one that a replay line names. */
    public SortedMap<Long, Verdict> runFirstIsolated(
            TestCase test, Seeds seeds, int parallel, Consumer<Ended> listener) {
        return run(test, seeds, seed -> seed == seeds.first(), parallel, listener);
    }

    private SortedMap<Long, Verdict> run(
            TestCase test, Seeds seeds, LongPredicate isolated, int parallel, Consumer<Ended> listener) {
        return new Schedules(
                        seeds, seed -> isolated.test(seed) ? runIsolated(test, seed) : run(test, seed, Recording.OFF))
                .run(parallel, listener);
    }

    /** The schedule counts as it runs unrecorded: a record formats what the submission logs, by its own toString. */
    private Verdict runIsolated(TestCase test, long seed) {
        Verdict verdict = run(test, seed, Recording.OFF);
        if (!(verdict instanceof Verdict.Passed)) {
            return verdict;
        }
        Recording recording = IsolationCheck.newRecording();
        Verdict recorded = run(test, seed, recording);
        return recorded instanceof Verdict.Passed passed ? isolation.verdict(test, seed, passed, recording) : recorded;
    }
}
