package kvlab.sim;

import java.time.Duration;
import java.util.Locale;
import kvlab.record.Recording;

/**
 * Creates simulations, and holds the resources that they share in this process: pooled threads and the watchdog.
 * Simulations of one world may run concurrently, each in its own thread, and do not affect each other.
 */
public final class World {
    /** The real time after which an event counts as a hang. */
    public static final Duration HANG_TIMEOUT = Duration.ofSeconds(2);

    private final Workers workers = new Workers();
    private final Watchdog watchdog;
    private final Coroutines coroutines;

    /** The implementations of coroutines. Both give the same events. */
    public enum CoroutineKind {
        /** Pooled threads that pass a baton; works on any JDK. */
        BATON,
        /** The JDK's own continuations; needs JDK 24 or newer, started so that they can be reached. */
        CONTINUATION;

        /** The fastest kind that this JVM supports. */
        public static CoroutineKind best() {
            return ContinuationCoroutines.ifReachable().isPresent() ? CONTINUATION : BATON;
        }

        /**
         * The kind of this name, ignoring case.
         *
         * @throws IllegalArgumentException if there is none
         */
        public static CoroutineKind of(String name) {
            return valueOf(name.toUpperCase(Locale.ROOT));
        }
    }

    /** A world with the fastest coroutines that this JVM supports. */
    public World() {
        this(CoroutineKind.best(), HANG_TIMEOUT);
    }

    /**
     * A world.
     *
     * @param kind the implementation of coroutines
     * @param hangTimeout the real time after which an event counts as a hang
     * @throws IllegalArgumentException if this JVM does not support the kind
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
    public Simulation simulation(long seed, Recording recording) {
        return new Simulation(this, seed, recording);
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
