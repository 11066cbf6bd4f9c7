package kvlab.sim;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import kvlab.api.Promise;
import kvlab.record.CodeEvent.Wait;
import kvlab.record.Place;

/** A promise of one simulation. */
public final class SimPromise<T> implements Promise<T> {
    private final Scope scope;
    private final Place callee;
    private final List<Wakeup> waiting = new ArrayList<>(1);
    private T value;

    /** A promise for the coroutines of one scope. */
    public SimPromise(Scope scope) {
        this(scope, null);
    }

    /** A promise of the outcome of a call; without a place, of anything else. */
    public SimPromise(Scope scope, Place callee) {
        this.scope = scope;
        this.callee = callee;
    }

    @Override
    public boolean complete(T newValue) {
        scope.check();
        Objects.requireNonNull(newValue, "a promise cannot be completed with null: await() must return a value");
        if (value != null) {
            return false;
        }
        value = newValue;
        for (Wakeup wakeup : waiting) {
            wakeup.wake();
        }
        waiting.clear();
        return true;
    }

    /** The value; empty if this is not complete. Does not check the caller. */
    Optional<T> value() {
        return Optional.ofNullable(value);
    }

    @Override
    public boolean isComplete() {
        scope.check();
        return value != null;
    }

    @Override
    public T await() {
        scope.check();
        if (value == null) {
            register();
            recordSuspension(null);
            scope.simulation().suspend();
        }
        return value;
    }

    @Override
    public Optional<T> await(Duration timeout) {
        scope.check();
        Objects.requireNonNull(timeout, "the time-out is null: use await() to wait without one");
        if (timeout.isNegative()) {
            throw new IllegalArgumentException("cannot wait for " + timeout + ": the time-out must not be negative");
        }
        if (value == null) {
            Wakeup wakeup = register();
            recordSuspension(timeout);
            scope.simulation().suspend(wakeup, Wakeup.nanos(timeout));
            if (wakeup.timedOut()) {
                waiting.remove(wakeup);
            }
        }
        return Optional.ofNullable(value);
    }

    private void recordSuspension(Duration limit) {
        if (scope.simulation().recording().isOn()) {
            scope.simulation()
                    .running()
                    .recordSuspension(
                            callee == null ? Wait.PROMISE : Wait.CALL,
                            Optional.ofNullable(limit),
                            Optional.ofNullable(callee));
        }
    }

    private Wakeup register() {
        Wakeup wakeup = new Wakeup(scope.simulation().running());
        waiting.add(wakeup);
        return wakeup;
    }
}
