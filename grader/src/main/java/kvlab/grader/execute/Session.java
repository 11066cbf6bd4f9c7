package kvlab.grader.execute;

import java.util.SortedMap;
import kvlab.schedule.Verdict;

/**
 * What one child process showed before it ended.
 *
 * @param finished the verdicts, by seed, of each test that was run to its end
 */
record Session(SortedMap<Integer, SortedMap<Long, Verdict>> finished, Ending ending) {

    /** How it ended. */
    sealed interface Ending {}

    /** All that was asked for is finished. */
    record Completed() implements Ending {}

    /**
     * The submission stopped the process, or stands still in it.
     *
     * @param test the one in progress
     * @param verdicts of those schedules of it that have ended
     * @param cause what to say of the lowest seed that has no verdict
     */
    record Stopped(int test, SortedMap<Long, Verdict> verdicts, Verdict cause) implements Ending {}

    /**
     * The kit, the JVM or the machine let the submission down.
     *
     * @param started whether the submission's code had begun to run
     */
    record Broken(boolean started, Verdict.InfrastructureError error) implements Ending {}
}
