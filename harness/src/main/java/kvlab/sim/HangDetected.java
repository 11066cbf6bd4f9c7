package kvlab.sim;

import java.time.Duration;

/**
 * A simulation's thread blocks or spins in real time. The stack trace is that of this thread when the watchdog ended
 * the simulation.
 */
public final class HangDetected extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** What the thread did at the end. */
    public enum Kind {
        /** It waited, for example for a lock. */
        BLOCKED,
        /** It ran, and allocated little. */
        BUSY,
        /** It ran, and allocated memory all the time. */
        ALLOCATING
    }

    private final String scope;
    private final String coroutine;
    private final Duration limit;
    private final Kind kind;

    HangDetected(String scope, String coroutine, Duration limit, Kind kind, StackTraceElement[] stack) {
        super(scope + " has been in " + coroutine + " for more than " + limit.toSeconds()
                + " s of real time without suspending");
        this.scope = scope;
        this.coroutine = coroutine;
        this.limit = limit;
        this.kind = kind;
        setStackTrace(stack);
    }

    /** The scope of the coroutine that hangs, such as "server 2". */
    public String scope() {
        return scope;
    }

    /** The name of the coroutine that hangs, such as "put". */
    public String coroutine() {
        return coroutine;
    }

    /** The real-time limit that was exceeded. */
    public Duration limit() {
        return limit;
    }

    public Kind kind() {
        return kind;
    }
}
