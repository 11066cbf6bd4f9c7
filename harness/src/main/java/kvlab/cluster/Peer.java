package kvlab.cluster;

import kvlab.api.Command;
import kvlab.api.Raft;
import kvlab.api.RaftState;
import kvlab.api.Start;
import kvlab.net.Endpoint;
import kvlab.net.Message;

/** The Raft peer of one life of a server: the provided one or a student's. */
interface Peer {

    /** The life begins. Runs as a coroutine, before the server is built. */
    void begin();

    /** As {@link Raft#start}. */
    Start start(Command command);

    /** As {@link Raft#state}. */
    RaftState state();

    /** A message has arrived from another peer. Runs in the event loop. */
    void receive(Endpoint from, Message message);

    /** The life ends. */
    void crash();
}
