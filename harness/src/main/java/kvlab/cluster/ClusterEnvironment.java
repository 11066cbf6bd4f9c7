package kvlab.cluster;

import java.util.function.Supplier;
import kvlab.net.Network;
import kvlab.raft.RaftInvariants;
import kvlab.reduction.Elements;
import kvlab.sim.Simulation;

/**
 * The objects that all servers of a cluster share.
 *
 * @param machines the code for one more life of a server
 * @param invariants checks the provided Raft, from its internal state
 * @param agreement checks any Raft, from its observable behaviour
 */
record ClusterEnvironment(
        Simulation simulation,
        Network network,
        int size,
        Supplier<CodeUnderTest> machines,
        RaftInvariants invariants,
        Agreement agreement,
        FaultTriggers triggers,
        Elements elements) {}
