package kvlab.history;

import java.util.BitSet;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.IntPredicate;

/**
 * Looks ahead for a search: which gets are not placed yet, and from which puts they could still read. A get that no
 * unplaced put can serve must be served by the value as it is, extended by appends; so that value may neither be
 * replaced nor stray from what the get read.
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

    /** Looks after the calls of interest only, among which no get may be pending. */
    UnplacedGets(KeyHistory history, IntPredicate interest) {
        this.history = history;
        SortedSet<String> read = new TreeSet<>();
        for (int get : history.gets()) {
            if (interest.test(get)) {
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
            if (interest.test(c) && !history.isAppend(c)) {
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

    void takenBack(int call) {
        count(call, 1);
    }

    /** Whether the value may be replaced by a put, or by one that no get reads. */
    boolean letGo() {
        return bound.isEmpty();
    }

    /** Whether the value could still become, by appends, each of those that must come from it. */
    boolean canCome(int value) {
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
