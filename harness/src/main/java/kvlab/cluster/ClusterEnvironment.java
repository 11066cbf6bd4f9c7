package kvlab.cluster;

import kvlab.net.Network;
import kvlab.raft.RaftInvariants;
import kvlab.sim.Simulation;

/**
 * The objects that all servers of a cluster share.
 *
 * @param invariants checks the provided Raft, from its internal state
 * @param agreement checks any Raft, from its observable behaviour
 */
record ClusterEnvironment(
        Simulation simulation,
        Network network,
        int size,
        CodeUnderTest code,
        RaftInvariants invariants,
        Agreement agreement,
        FaultTriggers triggers) {}
