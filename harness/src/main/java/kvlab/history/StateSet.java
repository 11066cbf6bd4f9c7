package kvlab.history;

/** A hash set of search states. Each has a fixed number of words, and its first word is not zero. */
final class StateSet {
    private static final int FIRST_CAPACITY = 32;

    private final int width;
    private long[] words;
    private int capacity = FIRST_CAPACITY;
    private int size;

    StateSet(int width) {
        this.width = width;
        words = new long[capacity * width];
    }

    /** Returns whether the state is new. */
    boolean add(long[] state) {
        if (4 * (size + 1) > 3 * capacity) {
            grow();
        }
        int at = find(state, 0);
        if (words[at] != 0) {
            return false;
        }
        System.arraycopy(state, 0, words, at, width);
        size++;
        return true;
    }

    private void grow() {
        long[] old = words;
        capacity *= 2;
        words = new long[Math.multiplyExact(capacity, width)];
        for (int i = 0; i < old.length; i += width) {
            if (old[i] != 0) {
                System.arraycopy(old, i, words, find(old, i), width);
            }
        }
    }

    /** The offset of the state, or of the free slot for it. */
    private int find(long[] from, int offset) {
        long hash = 0;
        for (int i = 0; i < width; i++) {
            hash = (hash ^ from[offset + i]) * 0x9E3779B97F4A7C15L;
            hash ^= hash >>> 32;
        }
        int slot = (int) hash & capacity - 1;
        while (words[slot * width] != 0 && !matches(slot * width, from, offset)) {
            slot = slot + 1 & capacity - 1;
        }
        return slot * width;
    }

    private boolean matches(int at, long[] from, int offset) {
        for (int i = 0; i < width; i++) {
            if (words[at + i] != from[offset + i]) {
                return false;
            }
        }
        return true;
    }
}
