package kvlab.grader.execute;

import java.util.Set;
import kvlab.cluster.CodeUnderTest;
import kvlab.schedule.ScheduleListener;
import kvlab.schedule.ScheduleRunner;
import kvlab.schedule.Schedules;
import kvlab.schedule.Verdict;
import kvlab.sim.Trace;
import kvlab.sim.World;
import kvlab.submission.Part;
import kvlab.submission.Submission;
import kvlab.submission.SubmissionRefused;

/**
 * A submission that is loaded in this process and ready for lab tests. They run without JUnit, which would take longer to
 * start than most of them take, and which a submission in the same process had better not find. Several threads may use it.
 */
public final class LoadedSubmission {

    private final ScheduleRunner runner;

    /**
     * Loads a submission. None of its code runs yet.
     *
     * @param classes where its classes and their class files are found
     * @param needed the parts that its tests need
     * @throws SubmissionRefused if it breaks a rule of the harness
     */
    public LoadedSubmission(ClassLoader classes, Set<Part> needed, World world) {
        runner = new ScheduleRunner(world, CodeUnderTest.of(Submission.load(classes, needed)));
    }

    /** Runs one schedule, and notes down what happens. */
    public Verdict run(LabSuite.Case test, long seed, Trace trace) {
        return runner.run(test.scenario(), test.servers(), seed, trace, Set.of());
    }

    /**
     * Runs schedules of one test, and returns when all have ended that need to run.
     *
     * @param parallel how many run at the same time
     * @param listener told of each in the calling thread, in the order in which they end
     */
    public void run(LabSuite.Case test, Seeds seeds, int parallel, ScheduleListener listener) {
        new Schedules(seeds.first(), seeds.count(), seeds.failures(), seed -> run(test, seed, Trace.OFF))
                .run(parallel, ended -> listener.scheduleEnded(test.number(), ended.seed(), ended.verdict()));
    }
}
