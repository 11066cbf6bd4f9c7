package kvlab.grader.execute;

/**
 * Consecutive seeds, one for each schedule of a test.
 *
 * @param first the first of them
 * @param count how many, at least one
 * @param failures once so many schedules have failed, those of higher seeds need not run; from 1 to {@code count}
 */
public record Seeds(long first, int count, int failures) {

    public Seeds {
        if (count < 1) {
            throw new IllegalArgumentException("there must be at least one schedule, not " + count);
        }
        if (failures < 1 || failures > count) {
            throw new IllegalArgumentException(failures + " failures of " + count + " schedules are never seen");
        }
        Math.addExact(first, count - 1L);
    }

    /** All of these are to run, however many fail. */
    public Seeds(long first, int count) {
        this(first, count, count);
    }

    public boolean contains(long seed) {
        return seed >= first && seed - first < count;
    }
}
