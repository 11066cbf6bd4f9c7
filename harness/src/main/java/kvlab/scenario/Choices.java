package kvlab.scenario;

import java.time.Duration;
import java.util.random.RandomGenerator;
import kvlab.cluster.Cluster;

/**
 * The choices of one schedule among the workloads that a test's title allows. The plain schedule, which a beginner sees
 * first, has the least of everything.
 */
final class Choices {
    private final boolean plain;
    private final RandomGenerator random;

    /** @param what the choices' subject, which has random numbers of its own */
    Choices(Cluster cluster, String what) {
        plain = cluster.data().isPlain();
        random = cluster.random("choices: " + what, 0);
    }

    boolean arePlain() {
        return plain;
    }

    /** True in so many of 100 schedules. */
    boolean percent(int percent) {
        return random.nextInt(100) < percent && !plain;
    }

    /** A number from one to another, both included. */
    int from(int least, int most) {
        int chosen = random.nextInt(least, most + 1);
        return plain ? least : chosen;
    }

    /** A number, mostly the usual one. */
    int usually(int usual, int least, int most) {
        int other = random.nextInt(least, most + 1);
        return percent(50) ? other : usual;
    }

    /** A time of up to a limit; also in the plain schedule. */
    Duration upTo(Duration limit) {
        return Duration.ofNanos(random.nextLong(limit.toNanos()));
    }

    Duration between(Duration least, Duration most) {
        return least.plus(upTo(most.minus(least)));
    }
}
