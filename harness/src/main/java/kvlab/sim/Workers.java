package kvlab.sim;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/**
 * A pool of daemon threads, which end when idle for a while. A job that never returns costs only its thread.
 */
final class Workers {
    /** The stack size: ample for handlers, and small enough that endless recursion overflows soon. */
    private static final long STACK_BYTES = 1 << 20;

    /** The maximum number of abandoned jobs on a thread's stack. */
    private static final int MAX_ABANDONED_JOBS = 100;

    /** The number of waits for a job before a thread ends; more than one, since a wait may return at once. */
    private static final int WAITS = 4;

    private static final Duration WAIT = Duration.ofSeconds(5);

    private final Deque<Worker> idle = new ArrayDeque<>();
    private int started;

    /**
     * Runs a job in an idle thread, or a new one.
     *
     * @param announce receives the thread, before the job begins
     */
    void run(Runnable job, Consumer<Thread> announce) {
        Worker worker = take();
        announce.accept(worker);
        worker.assign(job);
    }

    /**
     * For a job that cannot be made to return: leaves it standing where it is, and gives its thread back to work from
     * there. Does not return to a job; returns at once to a caller that is none.
     */
    static void leaveJob() {
        if (Thread.currentThread() instanceof Worker worker) {
            worker.leaveJob();
        }
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

    /** Whether an idle worker may end: not if it has been taken for a job just now. */
    private synchronized boolean dismiss(Worker worker) {
        return idle.remove(worker);
    }

    private final class Worker extends Thread {
        private volatile Runnable job;
        private int abandonedJobs;

        Worker(String name) {
            super(null, null, name, STACK_BYTES, false);
            setDaemon(true);
        }

        void assign(Runnable next) {
            job = next;
            LockSupport.unpark(this);
        }

        @Override
        public void run() {
            work();
        }

        /** Ends when idle for a while, but never above an abandoned job. */
        private void work() {
            for (int waits = 0; waits < WAITS || abandonedJobs > 0 || !dismiss(this); ) {
                // An interrupt left by student code or the watchdog would keep this thread from parking.
                Thread.interrupted();
                Runnable next = job;
                if (next == null) {
                    LockSupport.parkNanos(this, WAIT.toNanos());
                    waits++;
                    continue;
                }
                job = null;
                waits = 0;
                next.run();
                giveBack(this);
            }
        }

        private void leaveJob() {
            if (++abandonedJobs <= MAX_ABANDONED_JOBS) {
                giveBack(this);
            }
            work();
        }
    }
}
