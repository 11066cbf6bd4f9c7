package kvlab.schedule;

import kvlab.cluster.CodeUnderTest;
import kvlab.record.Recording;
import kvlab.sim.World;
import kvlab.submission.Submission;

/** A schedule in which nothing is refused but what runs differently on separate machines. */
public final class DifferenceAlone {

    private final World world = new World();
    private final Submission submission;

    public DifferenceAlone(Submission submission) {
        this.submission = submission;
    }

    /**
     * The verdict of the comparison.
     *
     * @throws ClassCastException if the schedule does not pass where all servers share their classes
     */
    public Verdict verdict(TestCase test, long seed) {
        Recording recording = IsolationCheck.newRecording();
        Verdict together = new ScheduleRunner(world, CodeUnderTest.of(submission)).run(test, seed, recording);
        return new IsolationCheck(world, submission).verdict(test, seed, (Verdict.Passed) together, recording);
    }
}
