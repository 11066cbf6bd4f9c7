package kvlab.schedule;

import java.util.stream.IntStream;
import kvlab.cluster.CodeUnderTest;
import kvlab.diagnostic.Diagnostic;
import kvlab.record.Recording;
import kvlab.sim.Caller;
import kvlab.sim.World;
import kvlab.submission.NotCopyable;
import kvlab.submission.Submission;

/**
 * Detects memory that servers and Clerks share, by its effect: a schedule that passed is run again with a class loader
 * for each life of a server and for each Clerk, as on machines of their own. Verdict and events must be the same.
 *
 * <p>A submission may also run differently by chance, for instance in the order of identity hashes. So a difference counts
 * only if it is always there, and events are compared only if the schedule repeats itself with classes that are loaded
 * once more, but shared. Thread-safe.
 */
final class IsolationCheck {

    /** A submission that fails so many times in sequence, and passed with shared classes, does not fail by chance. */
    private static final int FAILURES = 5;

    /** So many that a record which differs by chance is practically never taken for a sign of shared memory. */
    private static final int ROUNDS = 20;

    /** More events than a schedule of the labs has, without what a student logs. */
    private static final int MAX_EVENTS = 200_000;

    private final ScheduleRunner separate;
    private final ScheduleRunner shared;

    /** What can be observed of a schedule. */
    private record Run(Verdict verdict, Recording recording) {

        static Run of(ScheduleRunner runner, TestCase test, long seed) {
            Recording recording = newRecording();
            return new Run(runner.run(test, seed, recording), recording);
        }

        boolean passed() {
            return verdict instanceof Verdict.Passed;
        }

        boolean isSameAs(Run other) {
            return verdict.equals(other.verdict) && recording.isSameAs(other.recording);
        }
    }

    IsolationCheck(World world, Submission submission) {
        separate = new ScheduleRunner(world, () -> () -> CodeUnderTest.separate(submission));
        shared = new ScheduleRunner(world, () -> CodeUnderTest.separate(submission));
    }

    /** An empty recording for a schedule that is then checked. */
    static Recording newRecording() {
        return Recording.of(MAX_EVENTS);
    }

    /** Runs a schedule with classes of its own for each life of a server and for each Clerk. */
    Verdict runSeparated(TestCase test, long seed, Recording recording) {
        return separate.run(test, seed, recording);
    }

    /**
     * The verdict on a schedule that passed. It stays if the schedule runs in the same way with separate machines. Else
     * they share memory; or a machine alone hung, or the kit failed.
     *
     * @param recording of the schedule, begun by {@link #newRecording}
     */
    Verdict verdict(TestCase test, long seed, Verdict.Passed passed, Recording recording) {
        return Caller.repeating(() -> compared(test, seed, passed, recording));
    }

    private Verdict compared(TestCase test, long seed, Verdict.Passed passed, Recording recording) {
        Run first = Run.of(separate, test, seed);
        if (first.isSameAs(new Run(passed, recording))) {
            return passed;
        }
        if (first.verdict() instanceof Verdict.TimedOut || first.verdict() instanceof Verdict.InfrastructureError) {
            return first.verdict(); // it must not be repeated, or says nothing about the submission
        }
        boolean bySharing = !first.passed() && alwaysFails(test, seed) || alwaysDiffers(test, seed, first);
        return bySharing ? refused(test, seed, first.verdict()) : passed;
    }

    private boolean alwaysFails(TestCase test, long seed) {
        return IntStream.range(1, FAILURES)
                .noneMatch(again -> Run.of(separate, test, seed).passed());
    }

    private boolean alwaysDiffers(TestCase test, long seed, Run first) {
        Run expected = Run.of(shared, test, seed);
        return !first.isSameAs(expected)
                && IntStream.range(1, ROUNDS)
                        .allMatch(again -> Run.of(shared, test, seed).isSameAs(expected)
                                && !Run.of(separate, test, seed).isSameAs(expected));
    }

    private static Verdict refused(TestCase test, long seed, Verdict seen) {
        Diagnostic why = NotCopyable.isReason(seen.diagnostic())
                ? seen.diagnostic()
                : Diagnostic.of("schedule.shared-memory")
                        .with(
                                "schedule",
                                "test " + test.number() + " of suite "
                                        + test.suite().name() + ", seed " + seed);
        return new Verdict.Refused(why, "");
    }
}
