/**
 * A cluster in the simulated world: servers that host a student's code next to a Raft peer, the provided clients, and what
 * a scenario can do to them. Ties together {@code kvlab.sim}, {@code kvlab.net}, {@code kvlab.raft} and {@code
 * kvlab.history}.
 */
package kvlab.cluster;
