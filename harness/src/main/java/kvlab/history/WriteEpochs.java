package kvlab.history;

import java.util.Arrays;
import java.util.Optional;

/**
 * Assigns calls to epochs. An epoch is a put, the appends after it and the gets that read them, up to the next put;
 * epoch 0 precedes the first put. Each call has a rank within its epoch: n for the epoch's n-th write, and for a get
 * the rank of the last write that it observed, or 0.
 */
final class WriteEpochs {
    static final int NO_EPOCH = -1;

    private final KeyHistory history;
    private final WriteLookup writes;
    private final int[] epoch;
    private final int[] rank;
    private final Epoch[] byNumber;
    private final int impossibleAt;

    /** Empty if some value read may be composed of writes in several ways. */
    static Optional<WriteEpochs> of(KeyHistory history) {
        return WriteLookup.of(history).map(writes -> new WriteEpochs(history, writes));
    }

    private WriteEpochs(KeyHistory history, WriteLookup writes) {
        this.history = history;
        this.writes = writes;
        epoch = new int[history.size()];
        rank = new int[history.size()];
        byNumber = new Epoch[history.size() + 1];
        Arrays.fill(epoch, NO_EPOCH);
        impossibleAt = firstImpossibleGet();
    }

    /** The call's epoch, or {@link #NO_EPOCH} for a write that no get observed. */
    int epoch(int c) {
        return epoch[c];
    }

    int rank(int c) {
        return rank[c];
    }

    /**
     * The position of the first return of a get whose value, together with the values read before, no order of the
     * writes can produce; {@link KeyHistory#NEVER} if there is none. Gets that return later have no epoch.
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
            byNumber[number] = new Epoch();
        }
        Epoch itsEpoch = byNumber[number];
        if (value.length() > itsEpoch.value.length() && !extend(itsEpoch, number, value)) {
            return false;
        }
        epoch[get] = number;
        rank[get] = itsEpoch.rankOf(value);
        return rank[get] >= 0;
    }

    /** Extends the epoch's known writes to a longer value. */
    private boolean extend(Epoch known, int number, String value) {
        if (!value.startsWith(known.value)) {
            return false;
        }
        for (int offset = known.value.length(); offset < value.length(); ) {
            int write = writes.at(value, offset);
            if (write == WriteLookup.NO_CALL || epoch[write] != NO_EPOCH || history.isPut(write) && offset > 0) {
                return false;
            }
            offset += history.text(write).length();
            epoch[write] = number;
            rank[write] = known.add(offset);
        }
        known.value = value;
        return true;
    }

    /** The longest value that was read of an epoch, and the offset in it at which each write ends. */
    private static final class Epoch {
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

        /** Negative if the value was never the epoch's. */
        int rankOf(String read) {
            return value.startsWith(read) ? Arrays.binarySearch(ends, 0, writes + 1, read.length()) : -1;
        }
    }
}
