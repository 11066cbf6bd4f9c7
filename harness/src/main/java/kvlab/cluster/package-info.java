/**
 * A simulated cluster: servers that host a student's code and a Raft peer, clients, and the operations of a scenario on
 * them. Uses {@code kvlab.record}, {@code kvlab.sim}, {@code kvlab.net}, {@code kvlab.raft}, {@code kvlab.workload},
 * {@code kvlab.inspect}, {@code kvlab.reduction} and {@code kvlab.history}.
 */
package kvlab.cluster;
