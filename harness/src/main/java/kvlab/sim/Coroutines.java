package kvlab.sim;

/**
 * An implementation of coroutines. All have the same semantics: one coroutine or event runs at a time, in the
 * simulation's order; so the same schedule gives the same trace with each.
 */
interface Coroutines {

    /** Runs a coroutine from its beginning until it first suspends or ends. Called from the event loop. */
    void start(Coroutine coroutine);

    /** Lets a suspended coroutine go on until it suspends again or ends. Called from the event loop. */
    void resume(Coroutine coroutine);

    /** Suspends the calling coroutine. Returns when it is resumed or cancelled. */
    void suspend(Simulation simulation, Coroutine coroutine);

    /** Frees what carries a suspended coroutine that will not be resumed. Called after the simulation has finished. */
    void cancel(Coroutine coroutine);
}
