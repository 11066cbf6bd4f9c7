package kvlab.grader.cli;

import java.util.Optional;
import kvlab.schedule.Seeds;

/** Checks of numbers that several commands take. */
final class Schedules {

    private static final int MAX_COUNT = 1_000_000;
    private static final int MAX_PARALLEL = 256;

    private Schedules() {}

    /** @throws WrongUseException if there are no such schedules */
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
     * How many schedules run at the same time: by default two for each processor, since a schedule whose coroutines are
     * threads waits for their hand-overs half of its time.
     *
     * @throws WrongUseException if that many cannot
     */
    static int parallel(Optional<Integer> asked) {
        int parallel = asked.orElse(2 * Runtime.getRuntime().availableProcessors());
        if (parallel < 1 || parallel > MAX_PARALLEL) {
            throw new WrongUseException("--parallel must be from 1 to " + MAX_PARALLEL + ", not " + parallel);
        }
        return parallel;
    }
}
