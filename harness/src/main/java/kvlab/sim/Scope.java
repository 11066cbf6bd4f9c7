package kvlab.sim;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import kvlab.record.CodeEvent.Wait;
import kvlab.record.Place;

/**
 * Coroutines and timers with a common lifetime: one life of a server, a client, the scenario. Once a scope is closed,
 * its suspended coroutines never wake, its timers never fire, and a call from one of its coroutines throws
 * {@link CoroutineCancelled}.
 */
public final class Scope {
    private final Simulation simulation;
    private final Place place;
    private final FailureHandler failureHandler;
    private final List<Runnable> observers = new ArrayList<>(0);
    private boolean closed;

    /** Receives the exceptions of the scope's coroutines and timers. */
    @FunctionalInterface
    public interface FailureHandler {
        /**
         * A coroutine or timer threw an exception.
         *
         * @param what the name of the coroutine
         * @param failure what it threw
         */
        void failed(String what, Throwable failure);
    }

    Scope(Simulation simulation, Place place, FailureHandler failureHandler) {
        this.simulation = simulation;
        this.place = place;
        this.failureHandler = failureHandler;
    }

    public Place place() {
        return place;
    }

    /** The place's name. */
    public String name() {
        return place.name();
    }

    public Simulation simulation() {
        return simulation;
    }

    public boolean isClosed() {
        return closed;
    }

    /** Closes this scope. */
    public void close() {
        closed = true;
    }

    /**
     * Calls an observer after each event in which a coroutine of this scope ran, when it has suspended or ended. The
     * observer must not change the schedule.
     */
    public void observe(Runnable observer) {
        observers.add(observer);
    }

    /** This scope, or {@code null} if nobody observes it. */
    Scope asObserved() {
        return observers.isEmpty() ? null : this;
    }

    void eventEnded() {
        if (!closed) {
            observers.forEach(Runnable::run);
        }
    }

    /**
     * Starts a coroutine after the current event or coroutine has ended or suspended.
     *
     * @param what a name for messages, such as "put"
     */
    public void spawn(String what, Runnable body) {
        Coroutine coroutine = new Coroutine(this, what, body);
        simulation.after(0, () -> {
            if (!closed) {
                simulation.start(coroutine);
            }
        });
    }

    /**
     * Runs a coroutine now, until it first suspends or ends. To be called from the event loop, never from a coroutine,
     * and as the last thing that an event does: with batons the rest of the event would wait for the coroutine's end.
     */
    public void run(String what, Runnable body) {
        if (!closed) {
            simulation.start(new Coroutine(this, what, body));
        }
    }

    /**
     * Runs a task in the event loop after a delay in nanoseconds, if the scope is open then. The task cannot suspend.
     */
    public void after(long delay, Runnable task) {
        simulation.after(delay, () -> {
            if (!closed) {
                task.run();
            }
        });
    }

    /** Suspends the calling coroutine for a time, zero or more. */
    public void sleep(Duration duration) {
        check();
        Objects.requireNonNull(duration, "the duration to sleep for is null");
        if (duration.isNegative()) {
            throw new IllegalArgumentException("cannot sleep for " + duration + ": the duration must not be negative");
        }
        Wakeup wakeup = new Wakeup(simulation.running());
        long nanos = Wakeup.nanos(duration);
        if (simulation.recording().isOn()) {
            simulation.running().recordSuspension(Wait.SLEEP, Optional.of(Duration.ofNanos(nanos)), Optional.empty());
        }
        simulation.suspend(wakeup, nanos);
    }

    /**
     * Checks that the caller is a coroutine of this open scope, or the event loop.
     *
     * @throws CoroutineCancelled if this scope or the simulation has ended
     * @throws IllegalStateException if the caller is no thread of the simulation
     */
    public void check() {
        simulation.check();
        if (closed) {
            throw new CoroutineCancelled();
        }
    }

    void failed(String what, Throwable failure) {
        if (!closed) {
            failureHandler.failed(what, failure);
        }
    }
}
