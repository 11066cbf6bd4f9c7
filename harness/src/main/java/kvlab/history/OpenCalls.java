package kvlab.history;

import java.util.Arrays;
import java.util.BitSet;
import java.util.function.IntPredicate;

/**
 * A cursor over the events of a key's history that tracks the open calls: invoked and not yet returned. An open call is
 * taken when the search places it in its order. {@link #advance} stops before the return of a call that was not taken.
 *
 * <p>Each open call has a slot, which it shares with calls that are never open at the same time. So the cursor's
 * position and one bit for each slot identify the set of taken calls.
 */
final class OpenCalls {
    static final int NONE = -1;

    private final int[] events;
    private final int[] slotOf;
    private final int[] callIn;
    private final long[] taken;
    private int position;

    /** Starts before the first event. Calls that are not relevant are skipped. */
    OpenCalls(KeyHistory history, int limit, IntPredicate relevant) {
        events = events(history, limit, relevant);
        slotOf = new int[history.size()];
        callIn = new int[assignSlots()];
        Arrays.fill(callIn, NONE);
        taken = new long[(callIn.length + Long.SIZE - 1) / Long.SIZE];
    }

    /** Moves forward to the next return of a call that is not taken, or to the end. */
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

    /** Moves back to a position. The caller then releases the calls that it took since. */
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

    /** Undoes {@link #take}, after {@link #retreat}; the call may not be invoked at the new position. */
    void release(int call) {
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

    /** A call's number for its invocation, and the complement for its return. */
    private static int[] events(KeyHistory history, int limit, IntPredicate relevant) {
        long[] byPosition = new long[2 * history.size()];
        int count = 0;
        for (int c = 0; c < history.size(); c++) {
            if (relevant.test(c)) {
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
