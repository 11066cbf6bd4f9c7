package kvlab.history;

import java.util.Arrays;

/** Blocks of calls; the order within a block is fixed. Finds an order of the blocks that respects real time. */
final class Blocks {
    private final int[] calls;
    private final int[] begins;
    private final int[] firstReturned;
    private final int[] lastInvoked;
    private int callCount;
    private int blockCount;

    Blocks(int maximumCalls) {
        calls = new int[maximumCalls];
        begins = new int[maximumCalls + 1];
        firstReturned = new int[maximumCalls];
        lastInvoked = new int[maximumCalls];
    }

    /** Starts a block, to which {@link #add} appends. */
    void begin() {
        begins[blockCount] = callCount;
        firstReturned[blockCount] = KeyHistory.NEVER;
        lastInvoked[blockCount] = -1;
        blockCount++;
    }

    /** Forces the current block to be first, as if one of its calls had returned before all events. */
    void holdFirst() {
        firstReturned[blockCount - 1] = -1;
    }

    /** Appends a call to the current block; false if it returned before an earlier call of the block was invoked. */
    boolean add(int call, int invoked, int returned) {
        int block = blockCount - 1;
        if (returned < lastInvoked[block]) {
            return false;
        }
        calls[callCount++] = call;
        firstReturned[block] = Math.min(firstReturned[block], returned);
        lastInvoked[block] = Math.max(lastInvoked[block], invoked);
        return true;
    }

    Answer inOrder() {
        begins[blockCount] = callCount;
        long[] byTime = new long[blockCount];
        for (int block = 0; block < blockCount; block++) {
            byTime[block] = (long) Math.min(firstReturned[block], lastInvoked[block]) << 32 | block;
        }
        Arrays.sort(byTime);
        int[] order = new int[callCount];
        int length = 0;
        int reached = -1;
        for (long key : byTime) {
            int block = (int) key;
            if (firstReturned[block] < reached) {
                return Answer.NO_ORDER;
            }
            reached = Math.max(reached, lastInvoked[block]);
            int size = begins[block + 1] - begins[block];
            System.arraycopy(calls, begins[block], order, length, size);
            length += size;
        }
        return new Answer.Order(order);
    }
}
