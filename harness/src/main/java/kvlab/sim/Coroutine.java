package kvlab.sim;

/** A piece of straight code that may suspend. It belongs to a scope, and ends at the latest with the simulation. */
final class Coroutine implements Runnable {
    private final Scope scope;
    private final String name;
    private final Runnable body;

    /** What carries this coroutine while it is suspended: the business of its {@link Coroutines} alone. */
    Object carrier;

    /** Where this coroutine stands among the suspended ones of its simulation. */
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
            // Ended from outside: its outcome is not needed.
        } catch (Throwable e) {
            if (!simulation.isFinished()) {
                scope.failed(name, e);
            }
        } finally {
            simulation.ended(this);
        }
    }
}
