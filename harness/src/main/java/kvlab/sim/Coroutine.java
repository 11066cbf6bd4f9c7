package kvlab.sim;

import java.time.Duration;
import java.util.Optional;
import kvlab.diagnostic.SourcePlace;
import kvlab.record.CodeEvent.Resumed;
import kvlab.record.CodeEvent.Suspended;
import kvlab.record.CodeEvent.Wait;
import kvlab.record.Event;
import kvlab.record.Place;

/** Sequential code that may suspend. It belongs to a scope, and ends with the simulation at the latest. */
final class Coroutine implements Runnable {
    private final Scope scope;
    private final String name;
    private final long number;
    private final Runnable body;

    /** The carrier of this coroutine while it is suspended; used only by its {@link Coroutines}. */
    Object carrier;

    /** The index of this coroutine among the suspended ones of its simulation. */
    int suspendedSlot;

    /** The event in which this coroutine suspended. */
    private long suspension = Event.NO_CAUSE;

    Coroutine(Scope scope, String name, Runnable body) {
        this.scope = scope;
        this.name = name;
        this.number = scope.simulation().recording().nextCoroutine();
        this.body = body;
    }

    Scope scope() {
        return scope;
    }

    String name() {
        return name;
    }

    /** Counts the coroutines of a recorded simulation, from 1; else 0. */
    long number() {
        return number;
    }

    /** Records that this coroutine suspends now, if a submission's code may run in it. */
    void recordSuspension(Wait wait, Optional<Duration> limit, Optional<Place> callee) {
        if (scope.place().runsSubmission()) {
            suspension = scope.simulation()
                    .record(scope.place(), new Suspended(number, name, wait, limit, callee, submittedPlace()));
        }
    }

    /** The innermost place of the submission in the coroutine that calls this. */
    static Optional<SourcePlace> submittedPlace() {
        return StackWalker.getInstance()
                .walk(frames -> frames.takeWhile(frame -> !isBottom(frame))
                        .filter(frame -> SourcePlace.mayBeSubmitted(frame.getClassName()))
                        .map(StackWalker.StackFrame::toStackTraceElement) // which is costly
                        .filter(SourcePlace::isSubmitted)
                        .findFirst()
                        .map(SourcePlace::of));
    }

    /** Whether a coroutine began here: a thread may have others, which it left, below. */
    private static boolean isBottom(StackWalker.StackFrame frame) {
        return frame.getMethodName().equals("run") && frame.getClassName().equals(Coroutine.class.getName());
    }

    /**
     * Records that this coroutine goes on now.
     *
     * @param timedOut whether it was not woken, but its time has passed
     */
    void recordResumption(boolean timedOut) {
        if (scope.simulation().recording().isOn() && scope.place().runsSubmission()) {
            scope.simulation().record(scope.place(), new Resumed(number, name, suspension, timedOut));
        }
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

    /** What a coroutine threw, to be thrown by a caller of the simulation. */
    static RuntimeException rethrown(Throwable cause) {
        if (cause instanceof Error error) {
            throw error;
        }
        return cause instanceof RuntimeException exception ? exception : new IllegalStateException(cause);
    }
}
