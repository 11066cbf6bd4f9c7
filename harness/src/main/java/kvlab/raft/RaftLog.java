package kvlab.raft;

import java.util.ArrayList;
import java.util.List;

/** A server's log. The first index is 1; index 0 is a virtual entry of term 0. */
final class RaftLog {
    private final List<Entry> entries;

    RaftLog(List<Entry> entries) {
        this.entries = new ArrayList<>(entries);
    }

    long lastIndex() {
        return entries.size();
    }

    long lastTerm() {
        return term(lastIndex());
    }

    /** The term of the entry at an index; 0 for index 0. */
    long term(long index) {
        return index == 0 ? 0 : entry(index).term();
    }

    Entry entry(long index) {
        return entries.get((int) index - 1);
    }

    /** Copies all entries from an index on. */
    List<Entry> from(long index) {
        return index > lastIndex() ? List.of() : List.copyOf(entries.subList((int) index - 1, entries.size()));
    }

    void append(Entry entry) {
        entries.add(entry);
    }

    /** Truncates the log from an index on. */
    void truncate(long index) {
        entries.subList((int) index - 1, entries.size()).clear();
    }

    /** The first index of the run of entries of one term that ends at an index. */
    long firstOfTerm(long index) {
        long term = term(index);
        long first = index;
        while (first > 1 && term(first - 1) == term) {
            first--;
        }
        return first;
    }

    /** The last index with an entry of a term, or 0. Terms never fall along a log. */
    long lastOfTerm(long term) {
        long index = lastIndex();
        while (index > 0 && term(index) > term) {
            index--;
        }
        return index > 0 && term(index) == term ? index : 0;
    }

    /**
     * Whether a log with this last entry is at least as up-to-date as this one (§5.4.1): a later last term wins, then
     * the longer log.
     */
    boolean otherIsAtLeastAsUpToDate(long otherLastIndex, long otherLastTerm) {
        return otherLastTerm > lastTerm() || (otherLastTerm == lastTerm() && otherLastIndex >= lastIndex());
    }
}
