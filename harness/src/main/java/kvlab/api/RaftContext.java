package kvlab.api;

import java.time.Duration;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * The world of an own Raft, for one life of its server. There is no other clock, thread, source of randomness, file or
 * network. To be used from the coroutines of this server only; from anywhere else each method throws {@link
 * IllegalStateException}.
 *
 * <p>What goes to a peer or to the disk is a record made of pure values, as {@link Command} has it: servers share no
 * memory, and a crash leaves nothing but what was saved.
 */
public interface RaftContext {

    /** This server's number, from 0 to {@link #clusterSize()} - 1. */
    int id();

    /** How many servers the cluster has, those that are down included: an odd number. */
    int clusterSize();

    /**
     * Calls {@link RaftPeer#handle} on a peer, and suspends until its reply is here, or until it is certain that none will
     * come: the request or the reply was lost, or the peer is down. Certainty takes 0 to 99 ms of virtual time. A peer
     * that never answers keeps the call waiting until that peer is gone.
     *
     * @param peer another server's number
     * @throws IllegalArgumentException if the peer is none, or the request is not a pure value
     */
    Optional<Record> call(int peer, Record request);

    /**
     * Writes to the disk of this server, in place of what was there. It is there when this returns.
     *
     * @throws IllegalArgumentException if the state is not a pure value
     */
    void save(Record state);

    /** What was saved last, in this life of the server or in an earlier one; empty if nothing ever was. */
    Optional<Record> saved();

    /**
     * Delivers a committed command to the server, which receives it in {@link KeyValueServer#onNextCommand}. In each life of the
     * server the indices are 1, 2, 3 and so on. Does not suspend.
     *
     * @throws IllegalStateException if the index is not the next one
     */
    void deliver(CommittedCommand committed);

    /** Virtual time, from any start on. The same for all servers and Clerks. It passes only while nothing can run. */
    Duration now();

    /** A new promise of this server, not yet complete. */
    <T> Promise<T> promise();

    /**
     * Suspends the coroutine that calls, not the server.
     *
     * @param duration virtual time, zero or more
     * @throws IllegalArgumentException if the duration is negative
     */
    void sleep(Duration duration);

    /**
     * Starts a coroutine of this server: a timer is one that sleeps. It begins after the present one has suspended or
     * ended, and lives no longer than this server's life. An exception out of it fails the test.
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
