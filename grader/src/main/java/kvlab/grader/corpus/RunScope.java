package kvlab.grader.corpus;

import kvlab.schedule.Seeds;

/**
 * The schedules and tests of a corpus run.
 *
 * @param wrong the schedules of each test for a wrong submission
 * @param correct the schedules of each test for a correct one
 * @param everyTest whether wrong submissions run all schedules of every test, not only the tests that must catch them
 *     until they do
 */
public record RunScope(Seeds wrong, Seeds correct, boolean everyTest) {

    /** A bug must be caught within the number of schedules used for grading. */
    private static final Seeds AS_GRADED = new Seeds(1, 100);

    private static final Seeds FEWER = new Seeds(1, 10);

    /** Enough to check all expectations. */
    public static final RunScope QUICK = new RunScope(AS_GRADED, FEWER, false);

    /** Enough to measure how often each test catches each bug. */
    public static final RunScope FULL = new RunScope(AS_GRADED, AS_GRADED, true);
}
