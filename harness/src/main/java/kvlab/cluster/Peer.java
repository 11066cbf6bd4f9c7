package kvlab.cluster;

import kvlab.api.Raft;
import kvlab.net.Endpoint;
import kvlab.net.Message;

/** The Raft peer of one life of a server, whoever wrote it. */
interface Peer {

    /** The life begins. Runs as a coroutine, before the server is built. */
    void begin();

    /** What the server and the harness ask of it. */
    Raft raft();

    /** A message has arrived from another peer. Runs in the event loop. */
    void receive(Endpoint from, Message message);

    /** The life ends. */
    void crash();
}
