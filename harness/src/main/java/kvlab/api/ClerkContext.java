package kvlab.api;

import java.time.Duration;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * A Clerk's whole world. There is no other clock, thread, source of randomness, file or network. To be used from the calls
 * of this Clerk only, in the simulation's own thread; from anywhere else each method throws {@link IllegalStateException}.
 */
public interface ClerkContext {

    /**
     * This Clerk's id: unique among all clients of the cluster, those of earlier rounds included. Any {@code long}, negative
     * ones included.
     */
    long clientId();

    /**
     * A way to each server, in an order of this Clerk's own: a position says nothing about a server's id. A cluster has an
     * odd number of servers. Unmodifiable.
     */
    List<ServerEnd> servers();

    /** Virtual time, from any start on. The same for all servers and Clerks. It passes only while nothing can run. */
    Duration now();

    /**
     * Suspends this Clerk's call.
     *
     * @param duration virtual time, zero or more
     * @throws IllegalArgumentException if the duration is negative
     */
    void sleep(Duration duration);

    /** This Clerk's own random numbers, drawn from the schedule's seed. */
    RandomGenerator random();

    /**
     * Writes a line into the trace, with this Clerk and the virtual time. Costs nothing while no trace is taken.
     *
     * @param format as in {@link String#format}
     */
    void log(String format, Object... args);
}
