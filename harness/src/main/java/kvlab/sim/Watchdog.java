package kvlab.sim;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Watches running simulations by the real clock, and ends those in which one event takes too long: student code that
 * spins or really blocks. It alone reads real time; it decides nothing in a schedule that goes on.
 */
final class Watchdog {
    private static final Duration INTERVAL = Duration.ofMillis(100);

    /** On a machine so busy that a spinning thread gets no processor, patience ends after this many limits. */
    private static final int STARVED_LIMITS = 12;

    private final Duration limit;
    private final Map<Simulation, Suspicion> watched = new ConcurrentHashMap<>();
    private Thread thread;

    Watchdog(Duration limit) {
        this.limit = limit;
    }

    synchronized void watch(Simulation simulation) {
        watched.put(simulation, new Suspicion());
        if (thread == null) {
            thread = new Thread(null, this::watchForEver, "kvlab-watchdog");
            thread.setDaemon(true);
            thread.start();
        }
    }

    void forget(Simulation simulation) {
        watched.remove(simulation);
    }

    /** How long a simulation has made no progress, and what its thread did meanwhile. */
    private static final class Suspicion {
        private long progress = -1;
        private long since;
        private Thread thread;
        private long cpuAtBegin;
        private boolean alwaysBlocked;

        void beginAgain(long progressNow, long time) {
            progress = progressNow;
            since = time;
            thread = null;
        }
    }

    @SuppressWarnings("InfiniteLoopStatement")
    private void watchForEver() {
        while (true) {
            try {
                Thread.sleep(INTERVAL.toMillis());
            } catch (InterruptedException e) {
                return;
            }
            long time = System.nanoTime();
            watched.forEach((simulation, suspicion) -> look(simulation, suspicion, time));
        }
    }

    private void look(Simulation simulation, Suspicion suspicion, long time) {
        long progress = simulation.progress();
        Thread carrier = simulation.loopThread();
        if (progress != suspicion.progress || carrier == null || simulation.isFinished()) {
            suspicion.beginAgain(progress, time);
            return;
        }
        if (carrier != suspicion.thread) {
            suspicion.thread = carrier;
            suspicion.cpuAtBegin = cpuTime(carrier);
            suspicion.alwaysBlocked = true;
        }
        boolean blocked = carrier.getState() != Thread.State.RUNNABLE;
        suspicion.alwaysBlocked &= blocked;
        long real = time - suspicion.since;
        if (real < limit.toNanos()) {
            return;
        }
        boolean busy = cpuTime(carrier) - suspicion.cpuAtBegin >= limit.toNanos() / 2;
        if (suspicion.alwaysBlocked || busy || real > STARVED_LIMITS * limit.toNanos()) {
            watched.remove(simulation);
            simulation.giveUp(Duration.ofNanos(real), blocked, carrier);
        }
    }

    private static long cpuTime(Thread thread) {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        return threads.isThreadCpuTimeSupported() ? Math.max(0, threads.getThreadCpuTime(thread.getId())) : 0;
    }
}
