package kvlab.history;

import java.util.BitSet;

/**
 * Verifies an order by the definition, on a register. Shares no code with the algorithms that find orders; assertions
 * check their results with it.
 */
final class Replay {
    private final KeyHistory history;
    private final int limit;

    Replay(KeyHistory history, int limit) {
        this.history = history;
        this.limit = limit;
    }

    /** Whether the order is a linearization of the history up to the limit. */
    boolean confirms(int[] order) {
        return isComplete(order) && keepsRealTime(order) && explainsGets(order);
    }

    private boolean isComplete(int[] order) {
        BitSet placed = new BitSet();
        for (int c : order) {
            if (placed.get(c) || history.invoked(c) >= limit || history.isGet(c) && history.returned(c) >= limit) {
                return false;
            }
            placed.set(c);
        }
        for (int c = 0; c < history.size(); c++) {
            if (history.returned(c) < limit && !placed.get(c)) {
                return false;
            }
        }
        return true;
    }

    private boolean keepsRealTime(int[] order) {
        int lastInvoked = -1;
        for (int c : order) {
            if (history.returned(c) < lastInvoked) {
                return false;
            }
            lastInvoked = Math.max(lastInvoked, history.invoked(c));
        }
        return true;
    }

    private boolean explainsGets(int[] order) {
        StringBuilder value = new StringBuilder();
        for (int c : order) {
            if (history.isGet(c)) {
                if (!history.text(c).contentEquals(value)) {
                    return false;
                }
            } else {
                if (history.isPut(c)) {
                    value.setLength(0);
                }
                value.append(history.text(c));
            }
        }
        return true;
    }
}
