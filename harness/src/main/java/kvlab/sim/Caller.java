package kvlab.sim;

import java.util.Optional;
import java.util.function.Supplier;

/** Which simulation the calling thread runs, for code that is not told, such as a stream that a submission prints to. */
public final class Caller {
    /** Stays set in a thread whose coroutine is suspended: it goes on in the same simulation. */
    private static final ThreadLocal<Simulation> SIMULATION = new ThreadLocal<>();

    private static final ThreadLocal<Boolean> REPEATS = ThreadLocal.withInitial(() -> false);

    private Caller() {}

    /** The simulation whose events or coroutines the calling thread runs, if it does. */
    public static Optional<Simulation> simulation() {
        return Optional.ofNullable(SIMULATION.get());
    }

    /** Does what runs schedules once more that have run already, so that what they print is not for the reader. */
    public static <T> T repeating(Supplier<T> runs) {
        boolean before = REPEATS.get();
        REPEATS.set(true);
        try {
            return runs.get();
        } finally {
            REPEATS.set(before);
        }
    }

    /** Whether the calling thread runs schedules once more. */
    static boolean repeats() {
        return REPEATS.get();
    }

    /** Runs a simulation's loop in the calling thread, which may have left another one standing. */
    static void running(Simulation simulation, Runnable loop) {
        Simulation before = SIMULATION.get();
        SIMULATION.set(simulation);
        try {
            loop.run();
        } finally {
            SIMULATION.set(before);
        }
    }
}
