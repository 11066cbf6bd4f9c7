package kvlab.raft;

import java.util.ArrayList;
import java.util.List;

/**
 * The persistent state of a Raft server (Figure 2): the disk of one server. A write is complete when the call returns.
 */
public final class PersistentState {
    /** The value of {@link #votedFor} before a vote in the term. */
    public static final int NOBODY = -1;

    private final List<Entry> log = new ArrayList<>();
    private long term;
    private int votedFor = NOBODY;

    /** The latest term seen. */
    public long term() {
        return term;
    }

    /** The candidate that received this server's vote in the term, or {@link #NOBODY}. */
    public int votedFor() {
        return votedFor;
    }

    /** The log, from index 1. */
    public List<Entry> log() {
        return List.copyOf(log);
    }

    /** The entries from an index on: those that {@link #saveEntry} there would remove. */
    List<Entry> entriesFrom(long index) {
        return List.copyOf(log.subList((int) index - 1, log.size()));
    }

    /** Writes term and vote. */
    void saveVote(long newTerm, int newVotedFor) {
        term = newTerm;
        votedFor = newVotedFor;
    }

    /** Writes an entry at an index; truncates the log after it. */
    void saveEntry(long index, Entry entry) {
        log.subList((int) index - 1, log.size()).clear();
        log.add(entry);
    }
}
