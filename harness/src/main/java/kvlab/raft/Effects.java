package kvlab.raft;

import kvlab.api.CommittedCommand;

/**
 * What the protocol wants done, in this order. What is to be persisted is persisted when the call returns, so before any
 * message that rests on it is sent (Figure 2).
 */
public interface Effects {

    void saveVote(long term, int votedFor);

    /** Writes an entry at an index; what stood there and after is gone. */
    void saveEntry(long index, Entry entry);

    void send(int peer, RaftMessage message);

    /** Delivers the next committed command. */
    void commit(CommittedCommand committed);

    /** Begins a new wait for the election time-out, of a new random length. */
    void restartElectionTimer();

    /** From now on heartbeats are due: {@link RaftNode#heartbeat} at each interval while this server leads. */
    void startHeartbeats();
}
