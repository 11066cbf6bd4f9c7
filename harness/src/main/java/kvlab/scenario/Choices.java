package kvlab.scenario;

import java.time.Duration;
import java.util.random.RandomGenerator;
import kvlab.cluster.Cluster;
import kvlab.reduction.Kind;

/**
 * The choices of one schedule among the workloads that a test's title allows. The plain schedule, which a beginner sees
 * first, has the least of everything.
 */
final class Choices {
    private static final int SUBJECTS = 1 << 14;

    private final Cluster cluster;
    private final long subject;
    private final boolean plain;
    private final RandomGenerator random;
    private long made;

    /** @param what the choices' subject, which has random numbers of its own */
    Choices(Cluster cluster, String what) {
        this.cluster = cluster;
        subject = Math.floorMod(what.hashCode(), SUBJECTS);
        plain = cluster.data().isPlain();
        random = cluster.random("choices: " + what, 0);
    }

    boolean arePlain() {
        return plain;
    }

    /** True in so many of 100 schedules. */
    boolean percent(int percent) {
        return isIncluded(random.nextInt(100) < percent && !plain);
    }

    /** A number from one to another, both included. */
    int from(int least, int most) {
        int chosen = random.nextInt(least, most + 1);
        return isIncluded(chosen > least && !plain) ? chosen : least;
    }

    /** A number, mostly the usual one. */
    int usually(int usual, int least, int most) {
        int other = random.nextInt(least, most + 1);
        return percent(50) ? other : usual;
    }

    /** A time of up to a limit; also in the plain schedule. */
    Duration upTo(Duration limit) {
        Duration chosen = Duration.ofNanos(random.nextLong(limit.toNanos()));
        return isIncluded(true) ? chosen : Duration.ZERO;
    }

    /** Whether a choice counts that is not the least one: in a reduced schedule it may not. */
    private boolean isIncluded(boolean chosen) {
        long number = made++;
        return chosen && cluster.includes(Kind.CHOICE, subject, number);
    }

    Duration between(Duration least, Duration most) {
        return least.plus(upTo(most.minus(least)));
    }
}
