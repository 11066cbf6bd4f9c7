package kvlab.cluster;

import kvlab.api.RaftContext;
import kvlab.api.RaftPeer;

/** Builds own Rafts, one at the beginning of each life of a server. */
@FunctionalInterface
public interface RaftFactory {

    /** A new Raft peer, in the world of the given context. */
    RaftPeer create(RaftContext context);
}
