package kvlab.history;

import java.util.BitSet;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.IntPredicate;

/**
 * Look-ahead for the search: the gets that are not placed, and the unplaced puts that they could read from. A get
 * without such a put is bound to the current value: appends must extend the value to what the get read, and no put may
 * replace it before.
 */
final class UnplacedGets {
    private final KeyHistory history;
    private final ValueNumbering values;
    private final int[] readBy;
    private final int[] valueOf;
    private final int[] unplaced;
    private final int[] unplacedPuts;
    private final BitSet bound;
    private int left;

    /** @param relevant the calls to track, which must not include a pending get */
    UnplacedGets(KeyHistory history, IntPredicate relevant) {
        this.history = history;
        SortedSet<String> read = new TreeSet<>();
        for (int get : history.gets()) {
            if (relevant.test(get)) {
                read.add(history.text(get));
            }
        }
        values = new ValueNumbering(read);
        readBy = new int[history.size()];
        valueOf = new int[history.size()];
        unplaced = new int[read.size()];
        unplacedPuts = new int[read.size()];
        bound = new BitSet(read.size());
        bound.set(0, read.size());
        for (int c = 0; c < history.size(); c++) {
            if (relevant.test(c) && !history.isAppend(c)) {
                valueOf[c] = values.of(history.text(c));
                if (history.isGet(c)) {
                    readBy[c] = values.first(valueOf[c]);
                }
                count(c, 1);
            }
        }
    }

    ValueNumbering values() {
        return values;
    }

    /** The value that a put writes, or a get read. */
    int valueOf(int putOrGet) {
        return valueOf[putOrGet];
    }

    boolean isEmpty() {
        return left == 0;
    }

    void placed(int call) {
        count(call, -1);
    }

    void removed(int call) {
        count(call, 1);
    }

    /** Whether no get is bound to the current value, so that a put may replace it. */
    boolean allowsReplacement() {
        return bound.isEmpty();
    }

    /** Whether appends can extend this value to what each bound get read. */
    boolean canReachBound(int value) {
        return bound.isEmpty()
                || value != ValueNumbering.DEAD
                        && values.first(value) <= bound.nextSetBit(0)
                        && bound.length() <= values.end(value);
    }

    private void count(int call, int change) {
        if (history.isGet(call)) {
            left += change;
            unplaced[readBy[call]] += change;
            update(readBy[call]);
        } else if (history.isPut(call)) {
            for (int read = values.first(valueOf[call]); read < values.end(valueOf[call]); read++) {
                unplacedPuts[read] += change;
                update(read);
            }
        }
    }

    private void update(int read) {
        bound.set(read, unplaced[read] > 0 && unplacedPuts[read] == 0);
    }
}
