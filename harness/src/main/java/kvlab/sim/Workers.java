package kvlab.sim;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/**
 * Daemon threads that are kept for the next job. A job that never returns costs its thread and nothing else.
 */
final class Workers {
    /** Ample for handlers; a recursion without end is found soon. Only what is used of it takes memory. */
    private static final long STACK_BYTES = 1 << 20;

    private final Deque<Worker> idle = new ArrayDeque<>();
    private int started;

    /**
     * Runs a job in an idle thread, or a new one.
     *
     * @param announce told which thread it will be, before the job begins
     */
    void run(Runnable job, Consumer<Thread> announce) {
        Worker worker = take();
        announce.accept(worker);
        worker.assign(job);
    }

    static boolean isWorker(Thread thread) {
        return thread instanceof Worker;
    }

    private synchronized Worker take() {
        Worker worker = idle.pollLast();
        if (worker == null) {
            worker = new Worker("kvlab-" + started++);
            worker.start();
        }
        return worker;
    }

    private synchronized void giveBack(Worker worker) {
        idle.addLast(worker);
    }

    private final class Worker extends Thread {
        private volatile Runnable job;

        Worker(String name) {
            super(null, null, name, STACK_BYTES, false);
            setDaemon(true);
        }

        void assign(Runnable next) {
            job = next;
            LockSupport.unpark(this);
        }

        @Override
        @SuppressWarnings("InfiniteLoopStatement")
        public void run() {
            while (true) {
                Runnable next = job;
                if (next == null) {
                    LockSupport.park(this);
                    continue;
                }
                job = null;
                Thread.interrupted(); // a leftover of the watchdog's try to wake a blocked handler
                next.run();
                giveBack(this);
            }
        }
    }
}
