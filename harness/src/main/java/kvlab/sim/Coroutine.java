package kvlab.sim;

/** Sequential code that may suspend. It belongs to a scope, and ends with the simulation at the latest. */
final class Coroutine implements Runnable {
    private final Scope scope;
    private final String name;
    private final Runnable body;

    /** The carrier of this coroutine while it is suspended; used only by its {@link Coroutines}. */
    Object carrier;

    /** The index of this coroutine among the suspended ones of its simulation. */
    int suspendedSlot;

    Coroutine(Scope scope, String name, Runnable body) {
        this.scope = scope;
        this.name = name;
        this.body = body;
    }

    Scope scope() {
        return scope;
    }

    String name() {
        return name;
    }

    @Override
    public void run() {
        Simulation simulation = scope.simulation();
        try {
            body.run();
        } catch (CoroutineCancelled e) {
            // Cancelled: its outcome is not needed.
        } catch (Throwable e) {
            if (!simulation.isFinished()) {
                scope.failed(name, e);
            }
        } finally {
            simulation.ended(this);
        }
    }
}
