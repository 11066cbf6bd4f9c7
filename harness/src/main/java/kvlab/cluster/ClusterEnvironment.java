package kvlab.cluster;

import kvlab.net.Network;
import kvlab.raft.RaftInvariants;
import kvlab.sim.Simulation;

/**
 * What all servers of a cluster have in common.
 *
 * @param invariants asserted of the provided Raft, which is looked into
 * @param agreement asserted of any Raft, by what it shows
 */
record ClusterEnvironment(
        Simulation simulation,
        Network network,
        int size,
        CodeUnderTest code,
        RaftInvariants invariants,
        Agreement agreement,
        FaultTriggers triggers) {}
