package kvlab.sim;

import java.time.Duration;
import java.util.Locale;

/**
 * Makes simulations, and keeps what they share in this process: pooled threads and the watchdog. Simulations of one world
 * may run at the same time, each in a thread of its own, and do not affect each other.
 */
public final class World {
    /** How long an event may take in real time before it counts as a hang. */
    public static final Duration HANG_TIMEOUT = Duration.ofSeconds(2);

    private final Workers workers = new Workers();
    private final Watchdog watchdog;
    private final Coroutines coroutines;

    /** What carries coroutines. Both kinds give the same traces. */
    public enum CoroutineKind {
        /** Pooled threads that pass a baton; works on any JDK. */
        BATON,
        /** The JDK's own continuations; needs JDK 24 or newer, started so that they can be reached. */
        CONTINUATION;

        /** The quickest kind that this JVM offers. */
        public static CoroutineKind best() {
            return ContinuationCoroutines.ifReachable().isPresent() ? CONTINUATION : BATON;
        }

        /**
         * The kind of a name, in any case.
         *
         * @throws IllegalArgumentException if there is none of that name
         */
        public static CoroutineKind of(String name) {
            return valueOf(name.toUpperCase(Locale.ROOT));
        }
    }

    /** A world with the best coroutines that this JVM offers. */
    public World() {
        this(CoroutineKind.best(), HANG_TIMEOUT);
    }

    /**
     * A world.
     *
     * @param kind what carries coroutines
     * @param hangTimeout how long an event may take in real time
     * @throws IllegalArgumentException if this JVM does not offer that kind
     */
    public World(CoroutineKind kind, Duration hangTimeout) {
        watchdog = new Watchdog(hangTimeout);
        coroutines = switch (kind) {
            case BATON -> new BatonCoroutines(workers);
            case CONTINUATION ->
                ContinuationCoroutines.ifReachable()
                        .orElseThrow(
                                () -> new IllegalArgumentException("this JVM has no continuations to offer: run JDK 24"
                                        + " or newer with --add-exports java.base/jdk.internal.vm=ALL-UNNAMED"));
        };
    }

    /** A new simulation, at time zero. */
    public Simulation simulation(long seed, Trace trace) {
        return new Simulation(this, seed, trace);
    }

    Workers workers() {
        return workers;
    }

    Watchdog watchdog() {
        return watchdog;
    }

    Coroutines coroutines() {
        return coroutines;
    }
}
