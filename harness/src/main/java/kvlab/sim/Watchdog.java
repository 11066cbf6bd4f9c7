package kvlab.sim;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Monitors running simulations in real time, and ends those in which one event takes too long: student code that spins
 * or blocks. It is the only reader of real time, and does not affect schedules that continue.
 */
final class Watchdog {
    private static final Duration INTERVAL = Duration.ofMillis(100);

    /** On a machine so busy that a spinning thread gets no processor, the watchdog gives up after this many limits. */
    private static final int STARVED_LIMITS = 12;

    /** Allocating less than this within the limit is no sign of anything. */
    private static final long MUCH_MEMORY = 128L << 20;

    private final Duration limit;
    private final Map<Simulation, Suspicion> watched = new ConcurrentHashMap<>();
    private Thread thread;

    Watchdog(Duration limit) {
        this.limit = limit;
    }

    synchronized void watch(Simulation simulation) {
        watched.put(simulation, new Suspicion());
        if (thread == null) {
            thread = new Thread(null, this::watchAll, "kvlab-watchdog");
            thread.setDaemon(true);
            thread.start();
        }
    }

    void forget(Simulation simulation) {
        watched.remove(simulation);
    }

    /** The observations of one simulation since its last progress. */
    private static final class Suspicion {
        private long progress = -1;
        private long observed;
        private Thread thread;
        private long cpuAtBegin;
        private long allocatedAtBegin;
        private long blocked;

        void beginAgain(long progressNow) {
            progress = progressNow;
            observed = 0;
            thread = null;
        }
    }

    @SuppressWarnings("InfiniteLoopStatement")
    private void watchAll() {
        while (true) {
            long begin = System.nanoTime();
            try {
                Thread.sleep(INTERVAL.toMillis());
            } catch (InterruptedException e) {
                return;
            }
            // A process that was stopped meanwhile, or a machine that slept, has not observed that time.
            long observed = Math.min(System.nanoTime() - begin, 2 * INTERVAL.toNanos());
            watched.forEach((simulation, suspicion) -> check(simulation, suspicion, observed));
        }
    }

    private void check(Simulation simulation, Suspicion suspicion, long observed) {
        long progress = simulation.progress();
        Thread carrier = simulation.loopThread();
        if (progress != suspicion.progress || carrier == null || simulation.isFinished()) {
            suspicion.beginAgain(progress);
            return;
        }
        if (carrier != suspicion.thread) {
            suspicion.thread = carrier;
            suspicion.cpuAtBegin = cpuTime(carrier);
            suspicion.allocatedAtBegin = allocated(carrier);
            suspicion.blocked = 0;
        }
        boolean blocked = carrier.getState() != Thread.State.RUNNABLE;
        suspicion.blocked += blocked ? observed : 0;
        suspicion.observed += observed;
        if (suspicion.observed < limit.toNanos()) {
            return;
        }
        // A thread that mostly neither waited nor ran was starved by a busy machine.
        long accountedFor = suspicion.blocked + cpuTime(carrier) - suspicion.cpuAtBegin;
        boolean starved = accountedFor < limit.toNanos() / 2 && suspicion.observed < STARVED_LIMITS * limit.toNanos();
        if (!starved && !isDebugged()) {
            watched.remove(simulation);
            simulation.giveUp(limit, kind(blocked, allocated(carrier) - suspicion.allocatedAtBegin), carrier);
        }
    }

    private static HangDetected.Kind kind(boolean blocked, long allocated) {
        if (blocked) {
            return HangDetected.Kind.BLOCKED;
        }
        return allocated >= MUCH_MEMORY ? HangDetected.Kind.ALLOCATING : HangDetected.Kind.BUSY;
    }

    /** What a thread has allocated so far, in bytes; 0 where the JVM does not count it. */
    private static long allocated(Thread thread) {
        return ManagementFactory.getThreadMXBean() instanceof com.sun.management.ThreadMXBean threads
                        && threads.isThreadAllocatedMemorySupported()
                ? Math.max(0, threads.getThreadAllocatedBytes(thread.getId()))
                : 0;
    }

    private static long cpuTime(Thread thread) {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        return threads.isThreadCpuTimeSupported() ? Math.max(0, threads.getThreadCpuTime(thread.getId())) : 0;
    }

    /** In a debugger, a breakpoint may stop an event for any time. */
    private static boolean isDebugged() {
        return ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .anyMatch(argument -> argument.contains("jdwp"));
    }
}
