package kvlab.sim;

import java.time.Duration;

/**
 * Something in a simulation blocks its thread or spins, in real time. The stack trace is that of the stuck thread at the
 * moment when the watchdog gave it up.
 */
public final class Stuck extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String scope;
    private final String coroutine;
    private final Duration realTime;
    private final boolean blocked;

    Stuck(String scope, String coroutine, Duration realTime, boolean blocked, StackTraceElement[] stack) {
        super(scope + " has been in " + coroutine + " for " + realTime.toSeconds()
                + " s of real time without suspending");
        this.scope = scope;
        this.coroutine = coroutine;
        this.realTime = realTime;
        this.blocked = blocked;
        setStackTrace(stack);
    }

    /** The scope that the stuck coroutine belongs to, such as "server 2". */
    public String scope() {
        return scope;
    }

    /** The name of the stuck coroutine, such as "put". */
    public String coroutine() {
        return coroutine;
    }

    /** How long it had been stuck when the watchdog gave it up. */
    public Duration realTime() {
        return realTime;
    }

    /** Whether it waited for something; otherwise it was busy. */
    public boolean blocked() {
        return blocked;
    }
}
