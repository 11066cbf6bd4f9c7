package kvlab.scenario;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** How a Clerk spreads its calls over a round. */
enum Tempo {
    /** Pauses of up to 130 ms. */
    STEADY {
        @Override
        Duration pause(RandomGenerator random) {
            return Duration.ofNanos(random.nextLong(MAX_PAUSE.toNanos()));
        }
    },
    /** About a dozen calls without a pause; then one that is longer than copies are late, as a rule. */
    BURSTS {
        @Override
        Duration pause(RandomGenerator random) {
            return random.nextInt(12) > 0 ? Duration.ZERO : Duration.ofMillis(random.nextLong(500, 3_500));
        }
    },
    /** Pauses of about a second. */
    SLOW {
        @Override
        Duration pause(RandomGenerator random) {
            return Duration.ofMillis(random.nextLong(200, 1_300));
        }
    };

    private static final Duration MAX_PAUSE = Duration.ofMillis(130);

    /** The pause after a call. */
    abstract Duration pause(RandomGenerator random);

    static Tempo any(RandomGenerator random) {
        int choice = random.nextInt(10);
        if (choice < 5) {
            return STEADY;
        }
        return choice < 8 ? BURSTS : SLOW;
    }
}
