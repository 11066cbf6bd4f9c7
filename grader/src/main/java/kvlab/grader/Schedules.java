package kvlab.grader;

import kvlab.grader.run.Seeds;

/** Checks of numbers that several commands take. */
final class Schedules {

    private static final int MOST = 1_000_000;

    private Schedules() {}

    /** @throws WrongUseException if there are no such schedules */
    static Seeds of(long seed, int schedules) {
        if (schedules < 1 || schedules > MOST) {
            throw new WrongUseException("--schedules must be from 1 to " + MOST + ", not " + schedules);
        }
        if (seed > Long.MAX_VALUE - MOST) {
            throw new WrongUseException("--seed " + seed + " is too large: the seeds after it would wrap around");
        }
        return new Seeds(seed, schedules);
    }

    /** @throws WrongUseException if that many cannot run at the same time */
    static int parallel(int parallel) {
        if (parallel < 1 || parallel > 256) {
            throw new WrongUseException("--parallel must be from 1 to 256, not " + parallel);
        }
        return parallel;
    }
}
