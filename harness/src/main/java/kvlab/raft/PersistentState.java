package kvlab.raft;

import java.util.ArrayList;
import java.util.List;

/**
 * What a Raft server keeps over a crash (Figure 2, "Persistent state"): the disk of one server, always up to date, since
 * a write is done when the call returns.
 */
public final class PersistentState {
    /** {@link #votedFor} while no vote has been given in the term. */
    public static final int NOBODY = -1;

    private final List<Entry> log = new ArrayList<>();
    private long term;
    private int votedFor = NOBODY;

    /** The latest term seen. */
    public long term() {
        return term;
    }

    /** Who got this server's vote in the term, or {@link #NOBODY}. */
    public int votedFor() {
        return votedFor;
    }

    /** The log, from index 1. */
    public List<Entry> log() {
        return List.copyOf(log);
    }

    /** Writes term and vote. */
    void saveVote(long newTerm, int newVotedFor) {
        term = newTerm;
        votedFor = newVotedFor;
    }

    /** Writes an entry at an index; what stood there and after is gone. */
    void saveEntry(long index, Entry entry) {
        log.subList((int) index - 1, log.size()).clear();
        log.add(entry);
    }
}
