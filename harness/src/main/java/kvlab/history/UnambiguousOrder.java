package kvlab.history;

import java.util.Arrays;
import java.util.Optional;

/**
 * Decides a key's history without search, where the values read tell which writes they came from.
 *
 * <p>The order inside an era is then known. Eras cannot interleave, so each is like one long call, and so is each write
 * that no get saw: it does no harm between two eras. An era must come before another if a call of the first returned
 * before a call of the second was invoked. What matters of an era is thus when the first of its calls returned and when
 * the last was invoked: sorted by the earlier of the two, eras stand in an order that breaks real time only if every
 * order does (after Gibbons and Korach, "Testing shared memories", 1997). Takes n log n steps and the length of the
 * values read.
 */
final class UnambiguousOrder {
    private static final int CALL_BITS = 20;

    private final KeyHistory history;
    private final WriteEpochs eras;
    private final int[] sequence;

    /** Nothing if the values leave a doubt. */
    static Optional<UnambiguousOrder> of(KeyHistory history) {
        if (history.size() >= 1 << CALL_BITS) {
            return Optional.empty();
        }
        return WriteEpochs.of(history).map(eras -> new UnambiguousOrder(history, eras));
    }

    private UnambiguousOrder(KeyHistory history, WriteEpochs eras) {
        this.history = history;
        this.eras = eras;
        sequence = sequence();
    }

    /** Never {@link Answer.Open}. */
    Answer upTo(int limit) {
        if (eras.impossibleAt() < limit) {
            return Answer.NO_ORDER;
        }
        Blocks blocks = new Blocks(history.size());
        boolean[] placed = new boolean[history.size()];
        for (int from = 0; from < sequence.length; ) {
            int era = eras.era(sequence[from]);
            int to = from;
            int top = -1;
            for (; to < sequence.length && eras.era(sequence[to]) == era; to++) {
                if (history.isGet(sequence[to]) && history.returned(sequence[to]) < limit) {
                    top = eras.rank(sequence[to]);
                }
            }
            if (top >= 0 && !placeEra(from, to, top, limit, blocks, placed)) {
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

    /** Adds the era's calls up to the rank last seen as one block; says whether they keep real time. */
    private boolean placeEra(int from, int to, int top, int limit, Blocks blocks, boolean[] placed) {
        blocks.begin();
        if (eras.era(sequence[from]) == 0) {
            blocks.holdFirst();
        }
        for (int i = from; i < to; i++) {
            int c = sequence[i];
            boolean hasReturned = history.returned(c) < limit;
            if (history.isGet(c) ? hasReturned : eras.rank(c) <= top) {
                placed[c] = true;
                if (!blocks.add(c, history.invoked(c), hasReturned ? history.returned(c) : KeyHistory.NEVER)) {
                    return false;
                }
            }
        }
        return true;
    }

    /** All calls of eras, by era, rank, writes before gets, and invocation. */
    private int[] sequence() {
        long[] keys = new long[history.size()];
        int count = 0;
        for (int c = 0; c < history.size(); c++) {
            if (eras.era(c) != WriteEpochs.NO_ERA) {
                long eraAndRank = (long) eras.era(c) << CALL_BITS | eras.rank(c);
                keys[count++] = (eraAndRank << 1 | (history.isGet(c) ? 1 : 0)) << CALL_BITS | c;
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
