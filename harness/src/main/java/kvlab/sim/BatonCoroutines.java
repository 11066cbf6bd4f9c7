package kvlab.sim;

import java.util.concurrent.locks.LockSupport;

/**
 * Coroutines on pooled threads that pass a baton: the thread that holds it runs. They work on any JDK.
 *
 * <p>The event loop has no thread of its own. A coroutine starts right in the thread that runs the loop, so one that
 * never suspends costs no switch. When it does suspend, its thread keeps its stack and waits, and a worker from the
 * pool takes the loop over. When it is resumed, the loop's thread passes the baton back and returns to the pool; the
 * coroutine's thread goes on with it and, at the coroutine's end, with the loop that it began in.
 */
final class BatonCoroutines implements Coroutines {
    private final Workers workers;

    BatonCoroutines(Workers workers) {
        this.workers = workers;
    }

    /** A suspended coroutine's thread, and the baton that it waits for. */
    private static final class Seat {
        private final Thread thread = Thread.currentThread();
        private volatile boolean called;

        void await() {
            while (!called) {
                LockSupport.park(this);
            }
        }

        void call() {
            called = true;
            LockSupport.unpark(thread);
        }
    }

    @Override
    public void start(Coroutine coroutine) {
        coroutine.run();
    }

    @Override
    public void resume(Coroutine coroutine) {
        Seat seat = (Seat) coroutine.carrier;
        coroutine.scope().simulation().setLoopThread(seat.thread);
        seat.call();
    }

    @Override
    public void suspend(Simulation simulation, Coroutine coroutine) {
        Seat seat = new Seat();
        coroutine.carrier = seat;
        workers.run(simulation::continueLoop, simulation::setLoopThread);
        seat.await();
    }

    @Override
    public void cancel(Coroutine coroutine) {
        if (coroutine.carrier instanceof Seat seat) {
            seat.call();
        }
    }
}
