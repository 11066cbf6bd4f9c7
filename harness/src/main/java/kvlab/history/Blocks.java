package kvlab.history;

import java.util.Arrays;

/** Calls in blocks that keep together, each block's calls in a fixed order. Finds an order of the blocks. */
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

    /** Starts a block; calls that are added belong to it. */
    void begin() {
        begins[blockCount] = callCount;
        firstReturned[blockCount] = KeyHistory.NEVER;
        lastInvoked[blockCount] = -1;
        blockCount++;
    }

    /** No block may stand before this one, as if a call of it had returned before anything else happened. */
    void holdFirst() {
        firstReturned[blockCount - 1] = -1;
    }

    /** Adds a call at the end of the block; says whether it can stand there, after the block's other calls. */
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
