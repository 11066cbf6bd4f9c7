package kvlab.sim;

import java.time.Duration;

/** One suspension of a coroutine. It ends once, by its first cause. */
final class Wakeup implements Runnable {
    private final Coroutine coroutine;
    private boolean due;
    private boolean timedOut;

    Wakeup(Coroutine coroutine) {
        this.coroutine = coroutine;
    }

    /** Resumes the coroutine, after the current event and all events that are due before. */
    void wake() {
        if (!due) {
            due = true;
            Simulation simulation = coroutine.scope().simulation();
            simulation.after(0, () -> simulation.resume(coroutine, false));
        }
    }

    boolean timedOut() {
        return timedOut;
    }

    /** The time-out, as an event of its own. */
    @Override
    public void run() {
        if (!due) {
            due = true;
            timedOut = true;
            coroutine.scope().simulation().resume(coroutine, true);
        }
    }

    /** A duration as this simulation counts it; more than a year counts as a year. */
    static long nanos(Duration duration) {
        return duration.compareTo(Duration.ofDays(365)) > 0
                ? Duration.ofDays(365).toNanos()
                : duration.toNanos();
    }
}
