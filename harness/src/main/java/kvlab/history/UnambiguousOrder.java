package kvlab.history;

import java.util.Arrays;
import java.util.Optional;

/**
 * Decides a key's history without search. Applies if the values read determine the writes that produced them.
 *
 * <p>The order within an epoch is then known. Epochs cannot interleave, so each is treated as one long call; so is each
 * write that no get observed, since it can be placed between two epochs. An epoch must precede another if a call of the
 * first returned before a call of the second was invoked. So an epoch is represented by its first return and its last
 * invocation. Sorted by the earlier of the two, epochs violate real time only if every order does (after Gibbons and
 * Korach, "Testing shared memories", 1997). Takes O(n log n) steps plus the length of the values read.
 */
final class UnambiguousOrder {
    private static final int CALL_BITS = 20;

    private final KeyHistory history;
    private final WriteEpochs epochs;
    private final int[] sequence;

    /** Empty if some value read is ambiguous. */
    static Optional<UnambiguousOrder> of(KeyHistory history) {
        if (history.size() >= 1 << CALL_BITS) {
            return Optional.empty();
        }
        return WriteEpochs.of(history).map(epochs -> new UnambiguousOrder(history, epochs));
    }

    private UnambiguousOrder(KeyHistory history, WriteEpochs epochs) {
        this.history = history;
        this.epochs = epochs;
        sequence = sequence();
    }

    /** Decides the prefix below a limit; never {@link Answer.Open}. */
    Answer upTo(int limit) {
        if (epochs.impossibleAt() < limit) {
            return Answer.NO_ORDER;
        }
        Blocks blocks = new Blocks(history.size());
        boolean[] placed = new boolean[history.size()];
        for (int from = 0; from < sequence.length; ) {
            int epoch = epochs.epoch(sequence[from]);
            int to = from;
            int top = -1;
            for (; to < sequence.length && epochs.epoch(sequence[to]) == epoch; to++) {
                if (history.isGet(sequence[to]) && history.returned(sequence[to]) < limit) {
                    top = epochs.rank(sequence[to]);
                }
            }
            if (top >= 0 && !placeEpoch(from, to, top, limit, blocks, placed)) {
                return Answer.NO_ORDER;
            }
            from = to;
        }
        for (int c = 0; c < history.size(); c++) {
            if (!placed[c] && !history.isGet(c) && history.returned(c) < limit) {
                blocks.begin();
                blocks.add(c, history.invoked(c), history.returned(c));
            }
        }
        return blocks.inOrder();
    }

    /** Adds the epoch's calls up to a rank as one block; false if their order violates real time. */
    private boolean placeEpoch(int from, int to, int top, int limit, Blocks blocks, boolean[] placed) {
        blocks.begin();
        if (epochs.epoch(sequence[from]) == 0) {
            blocks.holdFirst();
        }
        for (int i = from; i < to; i++) {
            int c = sequence[i];
            boolean hasReturned = history.returned(c) < limit;
            if (history.isGet(c) ? hasReturned : epochs.rank(c) <= top) {
                placed[c] = true;
                if (!blocks.add(c, history.invoked(c), hasReturned ? history.returned(c) : KeyHistory.NEVER)) {
                    return false;
                }
            }
        }
        return true;
    }

    /** The calls that have an epoch, sorted by epoch and rank, writes before gets, then by invocation. */
    private int[] sequence() {
        long[] keys = new long[history.size()];
        int count = 0;
        for (int c = 0; c < history.size(); c++) {
            if (epochs.epoch(c) != WriteEpochs.NO_EPOCH) {
                long epochAndRank = (long) epochs.epoch(c) << CALL_BITS | epochs.rank(c);
                keys[count++] = (epochAndRank << 1 | (history.isGet(c) ? 1 : 0)) << CALL_BITS | c;
            }
        }
        Arrays.sort(keys, 0, count);
        int[] calls = new int[count];
        for (int i = 0; i < count; i++) {
            calls[i] = (int) keys[i] & (1 << CALL_BITS) - 1;
        }
        return calls;
    }
}
