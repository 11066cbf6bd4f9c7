package kvlab.shrink;

import kvlab.schedule.Suite;
import kvlab.schedule.TestCase;

/**
 * What shrinking may cost. It is counted, not measured, so that the result is the same on every machine.
 *
 * @param schedules the number of schedules to run
 * @param events the number of their events together, after which no further one is run
 */
public record Budget(int schedules, long events) {
    private static final Budget CORE = new Budget(300, 60_000);
    private static final Budget EXTENDED = new Budget(300, 200_000);

    /** Mostly a fraction of a second; some seconds for the longest schedules of the extended lab. */
    public static Budget of(TestCase test) {
        return test.suite().form() == Suite.Form.CORE ? CORE : EXTENDED;
    }

    public Budget {
        if (schedules < 2 || events < 1) {
            throw new IllegalArgumentException("shrinking needs two schedules: the failed one and its check");
        }
    }
}
