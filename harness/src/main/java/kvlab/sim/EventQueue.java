package kvlab.sim;

import java.util.Arrays;

/**
 * Tasks ordered by (time, sequence number): those of one instant run in the order in which they were added. A binary
 * heap over parallel arrays, so that an event costs no object of its own.
 */
final class EventQueue {
    private long[] times = new long[64];
    private long[] sequences = new long[64];
    private Runnable[] tasks = new Runnable[64];
    private int size;
    private long nextSequence;

    int size() {
        return size;
    }

    boolean isEmpty() {
        return size == 0;
    }

    /** The time of the first task. There must be one. */
    long firstTime() {
        return times[0];
    }

    void add(long time, Runnable task) {
        if (size == times.length) {
            grow();
        }
        // From here on no calls: a stack that overflows in student code below must not leave half an addition.
        long sequence = nextSequence++;
        int slot = size++;
        while (slot > 0) {
            int parent = (slot - 1) >>> 1;
            // The new task has the highest sequence number, so it precedes its parent only if it is strictly earlier.
            if (times[parent] <= time) {
                break;
            }
            times[slot] = times[parent];
            sequences[slot] = sequences[parent];
            tasks[slot] = tasks[parent];
            slot = parent;
        }
        times[slot] = time;
        sequences[slot] = sequence;
        tasks[slot] = task;
    }

    /** Removes the first task and returns it. There must be one. */
    Runnable poll() {
        Runnable first = tasks[0];
        int last = --size;
        long time = times[last];
        long sequence = sequences[last];
        Runnable task = tasks[last];
        tasks[last] = null;
        if (last > 0) {
            sink(time, sequence, task);
        }
        return first;
    }

    private void sink(long time, long sequence, Runnable task) {
        int slot = 0;
        int half = size >>> 1;
        while (slot < half) {
            int child = 2 * slot + 1;
            int right = child + 1;
            if (right < size && before(times[right], sequences[right], times[child], sequences[child])) {
                child = right;
            }
            if (!before(times[child], sequences[child], time, sequence)) {
                break;
            }
            move(child, slot);
            slot = child;
        }
        set(slot, time, sequence, task);
    }

    private static boolean before(long time, long sequence, long otherTime, long otherSequence) {
        return time < otherTime || (time == otherTime && sequence < otherSequence);
    }

    private void move(int from, int to) {
        times[to] = times[from];
        sequences[to] = sequences[from];
        tasks[to] = tasks[from];
    }

    private void set(int slot, long time, long sequence, Runnable task) {
        times[slot] = time;
        sequences[slot] = sequence;
        tasks[slot] = task;
    }

    private void grow() {
        int capacity = 2 * times.length;
        long[] moreTimes = Arrays.copyOf(times, capacity);
        long[] moreSequences = Arrays.copyOf(sequences, capacity);
        tasks = Arrays.copyOf(tasks, capacity);
        sequences = moreSequences;
        times = moreTimes;
    }
}
