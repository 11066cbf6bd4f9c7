package kvlab.sim;

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
            simulation.after(0, () -> simulation.resume(coroutine));
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
            coroutine.scope().simulation().resume(coroutine);
        }
    }
}
