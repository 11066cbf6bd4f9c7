package kvlab.history;

import java.util.Arrays;
import java.util.Optional;

/**
 * Which era each value read belongs to. An era is what one put began: the put, the appends after it and the gets
 * that saw them, up to the next put; era 0 is before the first put. Within an era a call has a rank: the n-th write of
 * the era has rank n, and a get has the rank of the last write that it saw, 0 if it saw none.
 */
final class WriteEpochs {
    static final int NO_ERA = -1;

    private final KeyHistory history;
    private final WriteLookup writes;
    private final int[] era;
    private final int[] rank;
    private final Era[] byNumber;
    private final int impossibleAt;

    /** Nothing if the values leave a doubt where they come from. */
    static Optional<WriteEpochs> of(KeyHistory history) {
        return WriteLookup.of(history).map(writes -> new WriteEpochs(history, writes));
    }

    private WriteEpochs(KeyHistory history, WriteLookup writes) {
        this.history = history;
        this.writes = writes;
        era = new int[history.size()];
        rank = new int[history.size()];
        byNumber = new Era[history.size() + 1];
        Arrays.fill(era, NO_ERA);
        impossibleAt = firstImpossibleGet();
    }

    /** The call's era, or {@link #NO_ERA} for a write that no get saw. */
    int era(int c) {
        return era[c];
    }

    int rank(int c) {
        return rank[c];
    }

    /**
     * The position at which a get returned a value that, together with those returned before it, no order of the writes can
     * have led to; {@link KeyHistory#NEVER} if there is none. Gets that return later have no era.
     */
    int impossibleAt() {
        return impossibleAt;
    }

    private int firstImpossibleGet() {
        for (int get : history.gets()) {
            if (!place(get)) {
                return history.returned(get);
            }
        }
        return KeyHistory.NEVER;
    }

    private boolean place(int get) {
        String value = history.text(get);
        int number = 0;
        if (!value.isEmpty()) {
            int first = writes.at(value, 0);
            if (first == WriteLookup.NO_CALL) {
                return false;
            }
            number = history.isPut(first) ? first + 1 : 0;
        }
        if (byNumber[number] == null) {
            byNumber[number] = new Era();
        }
        Era itsEra = byNumber[number];
        if (value.length() > itsEra.value.length() && !extend(itsEra, number, value)) {
            return false;
        }
        era[get] = number;
        rank[get] = itsEra.rankOf(value);
        return rank[get] >= 0;
    }

    /** Follows the era's known writes to a longer value. */
    private boolean extend(Era known, int number, String value) {
        if (!value.startsWith(known.value)) {
            return false;
        }
        for (int offset = known.value.length(); offset < value.length(); ) {
            int write = writes.at(value, offset);
            if (write == WriteLookup.NO_CALL || era[write] != NO_ERA || history.isPut(write) && offset > 0) {
                return false;
            }
            offset += history.text(write).length();
            era[write] = number;
            rank[write] = known.add(offset);
        }
        known.value = value;
        return true;
    }

    /** The longest value of an era that was read, and where in it each write ends. */
    private static final class Era {
        private String value = "";
        private int[] ends = new int[4];
        private int writes;

        /** Returns the rank of the write that ends at this offset. */
        int add(int end) {
            if (++writes == ends.length) {
                ends = Arrays.copyOf(ends, 2 * writes);
            }
            ends[writes] = end;
            return writes;
        }

        /** Negative if the value was never the era's. */
        int rankOf(String read) {
            return value.startsWith(read) ? Arrays.binarySearch(ends, 0, writes + 1, read.length()) : -1;
        }
    }
}
