package kvlab.scenario;

import java.time.Duration;
import java.util.random.RandomGenerator;
import kvlab.cluster.Cluster;
import kvlab.net.Conditions;

/**
 * How often faults occur in one schedule, from its seed: around the figures of the handout, which the plain schedule has.
 *
 * @param net the conditions of an unreliable network
 * @param round the length of a round
 * @param side the time until the next partition
 * @param shapes the chance that a partition has another shape than two sides
 * @param crashPause the longest time until the next server crashes in the middle of a round
 * @param triggers the chance that a round has faults with triggers
 */
record FaultMix(Conditions net, Duration round, Duration side, double shapes, Duration crashPause, double triggers) {

    private static final FaultMix PLAIN = new FaultMix(
            FaultPlan.UNRELIABLE, Duration.ofSeconds(5), Duration.ofSeconds(1), 0, Duration.ofSeconds(2), 0.5);

    /** The mix of a schedule. */
    static FaultMix of(Cluster cluster) {
        if (cluster.data().isPlain()) {
            return PLAIN;
        }
        RandomGenerator random = cluster.random("fault mix", 0);
        Conditions net = Conditions.RELIABLE
                .taking(Duration.ZERO, millis(random, 16, 36))
                .losing(between(random, 0.04, 0.17), between(random, 0.04, 0.17))
                .deliveringLate(between(random, 0.2, 0.7), lateness(random))
                .reordering(between(random, 0.01, 0.05), between(random, 0.01, 0.05), millis(random, 1_000, 3_000));
        return new FaultMix(
                net,
                millis(random, 2_800, 5_200),
                millis(random, 700, 1_300),
                random.nextInt(3) == 0 ? 0 : between(random, 0.2, 0.8),
                millis(random, 1_000, 2_500),
                between(random, 0.3, 0.8));
    }

    /** Some seconds as a rule; in some schedules longer than a duplicate table may have an entry that expires. */
    private static Duration lateness(RandomGenerator random) {
        int kind = random.nextInt(20);
        if (kind < 11) {
            return millis(random, 1_000, 3_000);
        }
        return kind < 17 ? millis(random, 6_000, 14_000) : millis(random, 62_000, 92_000);
    }

    /** Whether copies can be so late that they are due only after an idle time. */
    boolean hasStragglers() {
        return net.maxLateness().toSeconds() >= 5;
    }

    private static Duration millis(RandomGenerator random, long least, long most) {
        return Duration.ofMillis(random.nextLong(least, most));
    }

    private static double between(RandomGenerator random, double least, double most) {
        return least + random.nextDouble() * (most - least);
    }
}
