package kvlab.raft;

import kvlab.api.CommittedCommand;

/**
 * The outputs of the protocol, in order. State is persistent when the call returns, and so before any message that
 * depends on it is sent (Figure 2).
 */
public interface Effects {

    void saveVote(long term, int votedFor);

    /** Writes an entry at an index; truncates the log after it. */
    void saveEntry(long index, Entry entry);

    void send(int peer, RaftMessage message);

    /** Delivers the next committed command. */
    void commit(CommittedCommand committed);

    /** Restarts the election timer with a new random time-out. */
    void restartElectionTimer();

    /** Requests {@link RaftNode#heartbeat} at each interval while this server leads. */
    void startHeartbeats();
}
