package kvlab.grader.execute.sandbox;

import java.util.concurrent.locks.LockSupport;

/** Starts as many threads as it can, up to 1,000, and says how many that were. */
final class ManyThreads {

    private ManyThreads() {}

    public static void main(String[] args) {
        int started = 0;
        try {
            while (started < 1_000) {
                Thread thread = new Thread(LockSupport::park);
                thread.setDaemon(true);
                thread.start();
                started++;
            }
        } catch (OutOfMemoryError noMore) {
            // That was the last one.
        }
        System.out.println(started);
    }
}
