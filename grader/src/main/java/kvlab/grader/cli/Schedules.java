package kvlab.grader.cli;

import java.util.Optional;
import kvlab.schedule.Seeds;

/** Validation of options that several commands share. */
final class Schedules {

    private static final int MAX_COUNT = 1_000_000;
    private static final int MAX_PARALLEL = 256;

    private Schedules() {}

    /** @throws WrongUseException if the numbers are out of range */
    static Seeds of(long seed, int schedules) {
        if (schedules < 1 || schedules > MAX_COUNT) {
            throw new WrongUseException("--schedules must be from 1 to " + MAX_COUNT + ", not " + schedules);
        }
        if (seed > Long.MAX_VALUE - MAX_COUNT) {
            throw new WrongUseException("--seed " + seed + " is too large: the seeds after it would wrap around");
        }
        return new Seeds(seed, schedules);
    }

    /**
     * The number of schedules that run at the same time: by default two per processor, since a schedule whose
     * coroutines are threads waits half of its time for thread switches.
     *
     * @throws WrongUseException if the number is out of range
     */
    static int parallel(Optional<Integer> asked) {
        int parallel = asked.orElse(2 * Runtime.getRuntime().availableProcessors());
        if (parallel < 1 || parallel > MAX_PARALLEL) {
            throw new WrongUseException("--parallel must be from 1 to " + MAX_PARALLEL + ", not " + parallel);
        }
        return parallel;
    }
}
