package kvlab.grader.run;

/**
 * Consecutive seeds, one for each schedule of a test.
 *
 * @param first the first of them
 * @param count how many, at least one
 */
public record Seeds(long first, int count) {

    public Seeds {
        if (count < 1) {
            throw new IllegalArgumentException("there must be at least one schedule, not " + count);
        }
        Math.addExact(first, count - 1L);
    }

    public boolean contains(long seed) {
        return seed >= first && seed - first < count;
    }
}
