package kvlab.history;

import java.util.Arrays;
import java.util.BitSet;
import java.util.function.IntPredicate;

/**
 * Walks through a key's history, forth and back, and knows which calls are open: invoked and not yet returned. Open
 * calls can be taken, that is placed in the order under trial. The walk goes on by itself until a call returns that was
 * not taken.
 *
 * <p>Each open call sits in a slot that it shares with calls that are never open at the same time. So where the walk
 * stands, and one bit for each slot, say which calls of the history were taken.
 */
final class OpenCalls {
    static final int NONE = -1;

    private final int[] events;
    private final int[] slotOf;
    private final int[] callIn;
    private final long[] taken;
    private int position;

    /** Begins before the first event. Only calls of interest are ever open. */
    OpenCalls(KeyHistory history, int limit, IntPredicate interest) {
        events = events(history, limit, interest);
        slotOf = new int[history.size()];
        callIn = new int[assignSlots()];
        Arrays.fill(callIn, NONE);
        taken = new long[(callIn.length + Long.SIZE - 1) / Long.SIZE];
    }

    /** Walks on to the next return of a call that is not taken, or to the end. */
    void advance() {
        for (; position < events.length; position++) {
            int event = events[position];
            if (event >= 0) {
                callIn[slotOf[event]] = event;
            } else if (isTaken(slotOf[~event])) {
                mark(slotOf[~event], false);
                callIn[slotOf[~event]] = NONE;
            } else {
                return;
            }
        }
    }

    /** Walks back to where it was; what was taken since is still to be given back. */
    void retreat(int to) {
        while (position > to) {
            int event = events[--position];
            if (event >= 0) {
                mark(slotOf[event], false);
                callIn[slotOf[event]] = NONE;
            } else {
                mark(slotOf[~event], true);
                callIn[slotOf[~event]] = ~event;
            }
        }
    }

    int position() {
        return position;
    }

    int slots() {
        return callIn.length;
    }

    /** The open call in this slot that is not taken, or {@link #NONE}. */
    int untaken(int slot) {
        return isTaken(slot) ? NONE : callIn[slot];
    }

    void take(int call) {
        mark(slotOf[call], true);
    }

    /** After the walk back to before the call was taken; it need not have been invoked there. */
    void giveBack(int call) {
        if (callIn[slotOf[call]] == call) {
            mark(slotOf[call], false);
        }
    }

    /** How many words {@link #copyTaken} writes. */
    int words() {
        return taken.length;
    }

    void copyTaken(long[] to, int offset) {
        System.arraycopy(taken, 0, to, offset, taken.length);
    }

    private boolean isTaken(int slot) {
        return (taken[slot >> 6] & 1L << slot) != 0;
    }

    private void mark(int slot, boolean asTaken) {
        long bit = 1L << slot;
        taken[slot >> 6] = asTaken ? taken[slot >> 6] | bit : taken[slot >> 6] & ~bit;
    }

    /** Calls as they are invoked, and their complements as they return. */
    private static int[] events(KeyHistory history, int limit, IntPredicate interest) {
        long[] byPosition = new long[2 * history.size()];
        int count = 0;
        for (int c = 0; c < history.size(); c++) {
            if (interest.test(c)) {
                byPosition[count++] = (long) history.invoked(c) << 32 | c;
                if (history.returned(c) < limit) {
                    byPosition[count++] = (long) history.returned(c) << 32 | ~c & 0xFFFFFFFFL;
                }
            }
        }
        Arrays.sort(byPosition, 0, count);
        return Arrays.stream(byPosition, 0, count).mapToInt(key -> (int) key).toArray();
    }

    /** Returns how many slots there are. */
    private int assignSlots() {
        BitSet used = new BitSet();
        int slots = 0;
        for (int event : events) {
            if (event >= 0) {
                slotOf[event] = used.nextClearBit(0);
                used.set(slotOf[event]);
                slots = Math.max(slots, slotOf[event] + 1);
            } else {
                used.clear(slotOf[~event]);
            }
        }
        return slots;
    }
}
