package kvlab.cluster;

import kvlab.api.RaftContext;
import kvlab.api.RaftPeer;

/** Builds a student's Raft at the start of each life of a server. */
@FunctionalInterface
public interface RaftFactory {

    /** Builds a Raft peer with its context. */
    RaftPeer create(RaftContext context);
}
