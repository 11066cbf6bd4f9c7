/**
 * A deterministic simulation: virtual time, one event loop, coroutines, and randomness that is a pure function of the seed.
 * Independent of networks, Raft, servers and tests. Uses {@code kvlab.api} for {@link kvlab.api.Promise},
 * {@code kvlab.diagnostic}, and {@code kvlab.record}.
 */
package kvlab.sim;
