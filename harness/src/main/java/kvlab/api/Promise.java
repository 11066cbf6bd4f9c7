package kvlab.api;

import java.time.Duration;
import java.util.Optional;

/**
 * A value that one coroutine awaits and another completes. The first completion wins. Any number of coroutines may await
 * it, and they wake in the order in which they began to wait.
 *
 * <pre>{@code
 * Promise<String> weather = context.promise();
 *
 * // One coroutine suspends until the promise is complete, or for 2 s of virtual time.
 * Optional<String> report = weather.await(Duration.ofSeconds(2));
 *
 * // Another coroutine wakes it.
 * weather.complete("fine");
 * }</pre>
 */
public interface Promise<T> {

    /**
     * Gives the promise its value and wakes those that await it. Never suspends: they run after the caller has suspended
     * or ended.
     *
     * @param value not {@code null}
     * @return {@code false} if the promise was complete already; it then keeps its first value
     */
    boolean complete(T value);

    /** Whether the promise has its value. */
    boolean isComplete();

    /** Suspends this call until the promise is complete; returns at once if it is. */
    T await();

    /**
     * Suspends this call until the promise is complete, but no longer than the time-out.
     *
     * @param timeout virtual time, zero or more
     * @return the value; empty if time ran out first
     * @throws IllegalArgumentException if the time-out is negative
     */
    Optional<T> await(Duration timeout);
}
