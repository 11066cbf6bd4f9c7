package kvlab.grader.execute;

import java.util.Optional;
import java.util.SortedMap;
import kvlab.grader.picture.Picture;
import kvlab.schedule.Verdict;

/**
 * The results of one child process.
 *
 * @param finished the verdicts, by seed, of each completed test
 * @param explained the story of a failed schedule, perhaps of an earlier process
 * @param drawn the picture of a failed schedule, likewise
 */
record Session(
        SortedMap<Integer, SortedMap<Long, Verdict>> finished,
        Ending ending,
        Optional<Report.Explained> explained,
        Optional<Drawn> drawn) {

    /** The picture of a failed schedule, or why there is none. */
    record Drawn(int test, long seed, Picture picture) {}

    /** A session that explained nothing. */
    Session(SortedMap<Integer, SortedMap<Long, Verdict>> finished, Ending ending) {
        this(finished, ending, Optional.empty(), Optional.empty());
    }

    /** How it ended. */
    sealed interface Ending {}

    /** All tests of the job are complete. */
    record Completed() implements Ending {}

    /**
     * The submission ended the process, or hangs in it.
     *
     * @param test the test in progress
     * @param the verdicts of its completed schedules
     * @param cause the verdict for the lowest seed without one
     */
    record Stopped(int test, SortedMap<Long, Verdict> verdicts, Verdict cause) implements Ending {}

    /**
     * The kit, the JVM or the machine failed.
     *
     * @param started whether the submission's code had begun to run
     */
    record Broken(boolean started, Verdict.InfrastructureError error) implements Ending {}
}
