/**
 * The provided Raft, after Ongaro and Ousterhout, "In Search of an Understandable Consensus Algorithm (Extended
 * Version)", 2014: elections, replication, persistence, and the optimized log backtracking of its section 5.3. The
 * protocol is a state machine without clock or I/O; a driver connects it to the simulation. Comments cite the paper as
 * "Figure 2" or "§5.3". Uses {@code kvlab.api}, {@code kvlab.record} and
 * {@code kvlab.sim}.
 */
package kvlab.raft;
