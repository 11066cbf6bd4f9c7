package kvlab.sim;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import kvlab.record.Happening;
import kvlab.record.Place;
import kvlab.record.Recording;

/**
 * The simulation of one schedule: a virtual clock, and a queue of events ordered by (time, sequence number). Time
 * passes only while nothing can run. Nothing in it reads a real clock or depends on the choice of threads.
 *
 * <p>One event or coroutine runs at a time. Times inside are nanoseconds since the simulation began.
 */
public final class Simulation {
    /** The maximum number of events in a schedule. The longest lab test needs some 100,000. */
    public static final long MAX_EVENTS = 1_000_000;

    /** The maximum number of events at one time; more indicate an endless loop of coroutines that wake each other. */
    public static final int MAX_EVENTS_PER_INSTANT = 100_000;

    /**
     * The maximum number of suspended coroutines; more indicate a leak. Correct servers have up to 350. On JDKs without
     * continuations each needs a thread.
     */
    public static final int MAX_SUSPENDED = 1_000;

    /** The maximum number of queued events: they need less memory than a submission may have. */
    public static final int MAX_WAITING_EVENTS = 200_000;

    /** The maximum number of calls after the end of a simulation; then the job that calls is abandoned. */
    private static final int MAX_CALLS_AFTER_THE_END = 1_000;

    private static final VarHandle STEPS;

    static {
        try {
            STEPS = MethodHandles.lookup().findVarHandle(Simulation.class, "steps", long.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private final World world;
    private final Randomness randomness;
    private final Recording recording;
    private final boolean repeated = Caller.repeats();
    private final EventQueue queue = new EventQueue();
    private final SuspendedCoroutines suspended = new SuspendedCoroutines();
    private final AtomicInteger callsAfterTheEnd = new AtomicInteger();

    private final EventLimits limits = new EventLimits();

    private long now;
    private long steps;
    private Coroutine root;
    private String unsuspendable;
    private Throwable failure;
    private Scope ran; // in the current event, if somebody observes it
    private CompletableFuture<Void> outcome;

    /** The running coroutine; null in an event. The watchdog reads it too. */
    private volatile Coroutine running;

    /** The thread that may run the simulation. */
    private volatile Thread loopThread;

    private volatile boolean finished;

    Simulation(World world, long seed, Recording recording) {
        this.world = world;
        this.randomness = new Randomness(seed);
        this.recording = recording;
    }

    /** The place of the running coroutine; empty in an event. */
    public Optional<Place> place() {
        return Optional.ofNullable(running).map(coroutine -> coroutine.scope().place());
    }

    /** Virtual time since the simulation began, in nanoseconds. */
    public long nanoTime() {
        return now;
    }

    /** Virtual time since the simulation began. */
    public Duration now() {
        return Duration.ofNanos(now);
    }

    public Randomness randomness() {
        return randomness;
    }

    public Recording recording() {
        return recording;
    }

    /** Whether this schedule has run before, and runs again only to be looked into. */
    public boolean isRepeated() {
        return repeated;
    }

    /** Adds an event that happens now to the record. Returns its id. Check {@link Recording#isOn} before making costly ones. */
    public long record(Place place, Happening what) {
        return recording.add(now(), place, what);
    }

    /** The number of events so far. */
    public long events() {
        return steps;
    }

    /** A new scope for coroutines and timers of a place. */
    public Scope scope(Place place, Scope.FailureHandler failureHandler) {
        return new Scope(this, place, failureHandler);
    }

    /** Runs a task in the event loop after a delay in nanoseconds. The task cannot suspend. */
    public void after(long delay, Runnable task) {
        Coroutine caller = running;
        if (caller != null && limits.areNear(queue.size())) {
            withinLimits(() -> limits.caused(caller, queue.size(), now));
        }
        queue.add(now + delay, recording.isOn() ? recording.causedByNow(task) : task);
    }

    /**
     * Runs a coroutine and all coroutines and events that it causes, until it ends. Then cancels those that are
     * suspended or queued. Can be called once.
     *
     * @throws HangDetected if something blocks or spins in real time; it may keep its thread, which is a daemon
     * @throws RuntimeException the exception of the coroutine, or the argument of {@link #fail}; also for errors
     */
    public void run(Runnable body) {
        root = new Coroutine(new Scope(this, Place.SCENARIO, (what, e) -> fail(e)), "scenario", body);
        after(0, () -> start(root));
        outcome = new CompletableFuture<>();
        world.watchdog().watch(this);
        try {
            world.workers().run(this::continueLoop, this::setLoopThread);
            outcome.join();
        } catch (CompletionException e) {
            throw Coroutine.rethrown(e.getCause());
        } finally {
            world.watchdog().forget(this);
            cancelAll();
        }
        if (failure != null) {
            throw Coroutine.rethrown(failure);
        }
    }

    /** Ends the simulation with a failure. The first one counts. Can be called from an event or a coroutine. */
    public void fail(Throwable cause) {
        if (failure == null) {
            failure = cause;
        }
    }

    /** Whether the simulation has ended; then all calls from its coroutines throw. */
    public boolean isFinished() {
        return finished;
    }

    /**
     * Checks that the caller is the thread of this running simulation.
     *
     * @throws CoroutineCancelled if the simulation has ended
     * @throws IllegalStateException if the caller is no thread of the simulation
     */
    void check() {
        if (finished) {
            if (callsAfterTheEnd.incrementAndGet() > MAX_CALLS_AFTER_THE_END) {
                Workers.leaveJob();
            }
            throw new CoroutineCancelled();
        }
        if (loopThread != Thread.currentThread()) {
            throw new IllegalStateException("this call came from thread \""
                    + Thread.currentThread().getName()
                    + "\", which is not the simulation's: start no threads of your own, use context.spawn");
        }
    }

    // ---------------------------------------------------------------------------------------------- the event loop

    /** Runs events while this thread owns the event loop. The thread in which the simulation ends reports it. */
    void continueLoop() {
        Caller.running(this, () -> loop(Thread.currentThread()));
    }

    private void loop(Thread self) {
        while (loopThread == self && !finished) {
            try {
                step();
            } catch (Throwable e) {
                fail(e);
            }
            if (failure != null && loopThread == self && !finished) {
                eventEnded();
                endByFailure();
            }
        }
        if (loopThread == self) {
            eventEnded();
            outcome.complete(null);
        }
    }

    private void step() {
        eventEnded();
        if (queue.isEmpty()) {
            throw new IllegalStateException("the scenario waits for something that can never happen: no event is left");
        }
        long time = queue.firstTime();
        if (time > now) {
            now = time;
            limits.timePasses();
        }
        limits.check(steps, queue.size(), now);
        STEPS.setOpaque(this, steps + 1);
        queue.poll().run();
    }

    /** The last event is over, and the thread that ran its coroutine may be suspended in it. */
    private void eventEnded() {
        Scope scope = ran;
        if (scope != null) {
            ran = null;
            scope.eventEnded();
        }
    }

    /** Unwinds the root coroutine, and so ends the simulation. */
    private void endByFailure() {
        if (root.carrier == null || !suspended.contains(root)) {
            finished = true;
            return;
        }
        resume(root, false);
    }

    // ------------------------------------------------------------------------------------------------- coroutines

    /** The number of the running coroutine; 0 in an event. */
    public long runningNumber() {
        Coroutine caller = running;
        return caller == null ? 0 : caller.number();
    }

    void start(Coroutine coroutine) {
        running = coroutine;
        ran = coroutine.scope().asObserved();
        world.coroutines().start(coroutine);
    }

    /** Resumes a suspended coroutine, unless its scope was closed meanwhile. */
    void resume(Coroutine coroutine, boolean timedOut) {
        if (coroutine.scope().isClosed()) {
            return; // it stays suspended until the simulation ends
        }
        running = coroutine;
        ran = coroutine.scope().asObserved();
        suspended.remove(coroutine);
        coroutine.recordResumption(timedOut);
        world.coroutines().resume(coroutine);
    }

    void ended(Coroutine coroutine) {
        if (loopThread == Thread.currentThread()) {
            running = null;
        }
        if (coroutine == root) {
            finished = true;
        }
    }

    /**
     * Makes a call that must not suspend.
     *
     * @param what it is, for the message
     * @throws IllegalStateException if the call tries to suspend
     */
    public <T> T withoutSuspending(String what, Supplier<T> call) {
        String before = unsuspendable;
        unsuspendable = what;
        try {
            return call.get();
        } finally {
            unsuspendable = before;
        }
    }

    /** The calling coroutine. */
    Coroutine running() {
        if (unsuspendable != null) {
            throw new IllegalStateException(unsuspendable + " must not suspend: it cannot sleep, await or call a peer");
        }
        Coroutine caller = running;
        if (caller == null) {
            throw new IllegalStateException("only a coroutine can wait, and this is an event of the simulation");
        }
        return caller;
    }

    /** Suspends the calling coroutine until its wakeup is woken, or for a time in nanoseconds. */
    void suspend(Wakeup wakeup, long timeout) {
        after(timeout, wakeup);
        suspend();
    }

    /** Suspends the calling coroutine until its wakeup is woken. */
    void suspend() {
        Coroutine self = running;
        withinLimits(() -> limits.suspends(self, suspended.size(), now));
        suspended.add(self);
        running = null;
        Thread.interrupted(); // left set by a student's code, it would reach others or keep this thread from parking
        try {
            world.coroutines().suspend(this, self);
        } catch (OutOfMemoryError noThread) {
            // No other thread has taken the loop over.
            running = self;
            suspended.remove(self);
            fail(noThread);
            throw noThread;
        }
        if (finished || failure != null) {
            throw new CoroutineCancelled();
        }
    }

    /** The schedule ends, also if the student's code catches what this throws. */
    private void withinLimits(Runnable check) {
        try {
            check.run();
        } catch (EventLimitExceeded e) {
            fail(e);
            throw e;
        }
    }

    void setLoopThread(Thread thread) {
        loopThread = thread;
    }

    private void cancelAll() {
        finished = true;
        suspended.cancelAll(world.coroutines());
    }

    // ----------------------------------------------------------------------------------- what the watchdog looks at

    /** How many events have run; read from another thread. */
    long progress() {
        return (long) STEPS.getOpaque(this);
    }

    Thread loopThread() {
        return loopThread;
    }

    /**
     * Ends the simulation from another thread, because its code does not stop.
     *
     * @param limit the real-time limit that was exceeded; the time itself depends on the machine and is not reported
     */
    void giveUp(Duration limit, HangDetected.Kind kind, Thread thread) {
        Coroutine culprit = running;
        HangDetected hang = new HangDetected(
                culprit == null ? "the simulation" : culprit.scope().name(),
                culprit == null ? "an event" : culprit.name(),
                limit,
                kind,
                thread.getStackTrace());
        if (outcome.completeExceptionally(hang)) { // else it has ended meanwhile
            finished = true;
            thread.interrupt(); // ends most blocking calls
        }
    }
}
