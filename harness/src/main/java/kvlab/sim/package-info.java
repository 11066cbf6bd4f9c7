/**
 * A deterministic world: virtual time, one event loop, coroutines, and randomness that is a pure function of the seed.
 * Knows nothing of networks, Raft, servers or tests. Uses {@code kvlab.api} for {@link kvlab.api.Promise} and nothing
 * else of the project.
 */
package kvlab.sim;
