package kvlab.schedule;

import java.util.Set;
import java.util.SortedMap;
import java.util.function.Consumer;
import kvlab.cluster.CodeUnderTest;
import kvlab.schedule.SchedulesFailed.Ended;
import kvlab.sim.Trace;
import kvlab.sim.World;
import kvlab.submission.Part;
import kvlab.submission.Submission;
import kvlab.submission.SubmissionRefused;

/**
 * A submission that is loaded in this process and ready for lab tests. Whatever runs them, JUnit or the grader, does it
 * here. Several threads may use it.
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
    public Verdict run(TestCase test, long seed, Trace trace) {
        return runner.run(test.scenario(), test.servers(), seed, trace, Set.of());
    }

    /**
     * Runs schedules of one test, and returns when all have ended that need to run.
     *
     * @param parallel how many run at the same time
     * @param listener told of each in the calling thread, in the order in which they end
     * @return the verdicts that count, by seed: the same ones whatever ran at the same time
     */
    public SortedMap<Long, Verdict> run(TestCase test, Seeds seeds, int parallel, Consumer<Ended> listener) {
        return new Schedules(seeds, seed -> run(test, seed, Trace.OFF)).run(parallel, listener);
    }
}
