package kvlab.schedule;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The schedules of a test: consecutive seeds, one for each.
 *
 * @param first the first of them
 * @param count how many, at least one
 * @param stop when those of higher seeds need not run
 */
public record Seeds(long first, int count, StopRule stop) {

    public Seeds {
        if (count < 1) {
            throw new IllegalArgumentException("there must be at least one schedule, not " + count);
        }
        Math.addExact(first, count - 1L);
    }

    /** All of these run, regardless of failures. */
    public Seeds(long first, int count) {
        this(first, count, StopRule.RUN_ALL);
    }

    /** The same seeds, with a stop rule. */
    public Seeds until(StopRule enough) {
        return new Seeds(first, count, enough);
    }

    public boolean contains(long seed) {
        return seed >= first && seed - first < count;
    }

    /** Those verdicts that count: without a gap, from the first seed on, up to the one that ends the test. */
    public SortedMap<Long, Verdict> counted(Map<Long, Verdict> verdicts) {
        SortedMap<Long, Verdict> counted = new TreeMap<>();
        int failed = 0;
        boolean over = false;
        for (long seed = first; !over && counted.size() < count && verdicts.containsKey(seed); seed++) {
            Verdict verdict = verdicts.get(seed);
            counted.put(seed, verdict);
            failed += verdict.isFailure() ? 1 : 0;
            over = stop.endsAt(verdict, failed);
        }
        return counted;
    }

    /** Whether these verdicts, by seed, decide the test, so that further ones would not count. */
    public boolean areSettledBy(Map<Long, Verdict> verdicts) {
        SortedMap<Long, Verdict> counted = counted(verdicts);
        return counted.size() == count || stop.isMet(counted.values());
    }
}
