package kvlab.grader.corpus;

import kvlab.schedule.Seeds;

/**
 * How much is tried.
 *
 * @param wrong the schedules of each test that a wrong submission is given
 * @param correct those that a correct one is given
 * @param everyTest whether wrong submissions are given every test with all its schedules, rather than only the tests that
 *     must catch them, each until it does
 */
public record Extent(Seeds wrong, Seeds correct, boolean everyTest) {

    /** A bug must show within as many schedules of a test as a submission is graded with. */
    private static final Seeds AS_GRADED = new Seeds(1, 100);

    private static final Seeds FEWER = new Seeds(1, 10);

    /** Enough to see whether all expectations are met. */
    public static final Extent QUICK = new Extent(AS_GRADED, FEWER, false);

    /** Enough to see how easily each test catches each bug. */
    public static final Extent FULL = new Extent(AS_GRADED, AS_GRADED, true);
}
