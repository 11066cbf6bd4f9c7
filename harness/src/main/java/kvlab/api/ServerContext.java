package kvlab.api;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * A server's whole world. There is no other clock, thread, source of randomness, file or network. To be used from the
 * calls of this server only, in the simulation's own thread; from anywhere else each method throws {@link
 * IllegalStateException}.
 */
public interface ServerContext {

    /** This server's number, from 0 to {@link #clusterSize()} - 1. */
    int id();

    /** How many servers the cluster has, those that are down included. */
    int clusterSize();

    /** This server's Raft peer. */
    Raft raft();

    /** Virtual time, from any start on. The same for all servers and Clerks. It passes only while nothing can run. */
    Duration now();

    /** A new promise of this server, not yet complete. */
    <T> Promise<T> promise();

    /**
     * Suspends this call, not the server.
     *
     * @param duration virtual time, zero or more; zero lets all others that can run now run first
     * @throws IllegalArgumentException if the duration is negative
     */
    void sleep(Duration duration);

    /**
     * Starts a coroutine of this server. It begins after the present call has suspended or ended, and lives no longer
     * than this server's life. An exception out of it fails the test.
     */
    void spawn(Runnable task);

    /** This server life's own random numbers, drawn from the schedule's seed. */
    RandomGenerator random();

    /**
     * Writes a line into the trace, with this server and the virtual time. Costs nothing while no trace is taken.
     *
     * @param format as in {@link String#format}
     */
    void log(String format, Object... args);
}
