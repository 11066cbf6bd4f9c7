package kvlab.submission;

import java.util.List;

/** The well-known traps: what programs do with threads, clocks and chance, and what servers of the lab do instead. */
final class Traps {

    private static final String STOPS = "stops the whole simulation";
    private static final String THREADS = "runs code outside the simulation, at a moment that no seed decides";
    private static final String REAL_TIME =
            "reads the real clock, which has nothing to do with the test's virtual time";
    private static final String CHANCE = "draws numbers that no seed can bring back";
    private static final String ENDS = "would end the process that runs the tests";
    private static final String SHARED =
            "is shared by all servers of a test, and real replicas share nothing but the log";
    private static final String FIELD = "Keep what you need in a field.";
    private static final String OUTSIDE = "leaves the simulation";

    private static final String SLEEP = "Use context.sleep(Duration), which suspends this call only.";
    private static final String SPAWN = "Use context.spawn(Runnable), which starts a coroutine; a Clerk needs none.";
    private static final String AWAIT =
            "Use a Promise from context.promise(): its await(Duration) suspends this call only,"
                    + " and its complete(value) wakes it.";
    private static final String NO_LOCK = "Remove it: between two suspensions nothing else runs here.";
    private static final String QUEUE = "Use an ArrayDeque, and a Promise to wait for what is not there yet.";
    private static final String NOW = "Use context.now().";
    private static final String RANDOM = "Use context.random(), which the schedule's seed feeds.";
    private static final String SEQUENTIAL = "Use the sequential form.";
    private static final String THROW =
            "Throw an exception if there is no way to go on: the test shows it and where it came from.";
    private static final String DO_WITHOUT = "Do without it: there is the context and nothing else.";

    /** In the order in which they are looked up. */
    static final List<Trap> ALL = List.of(
            // Waiting
            trap("java.lang.Thread", "sleep yield onSpinWait", STOPS, SLEEP),
            trap("java.util.concurrent.TimeUnit", "sleep timedJoin timedWait", STOPS, SLEEP),
            trap("java.lang.Object", "wait", STOPS, AWAIT),
            trap("java.lang.Object", "notify() notifyAll()", "wakes threads, and there are none", AWAIT),
            trap("java.lang.Thread", "join", STOPS, AWAIT),
            trap("java.util.concurrent.Future", "get", STOPS, AWAIT),
            trap("java.util.concurrent.CompletableFuture", "join", STOPS, AWAIT),
            trap("java.util.concurrent.ForkJoinTask", "join invoke invokeAll", STOPS, AWAIT),
            trap("java.util.concurrent.CountDownLatch", "await", STOPS, AWAIT),
            trap("java.util.concurrent.CyclicBarrier", "await", STOPS, AWAIT),
            trap(
                    "java.util.concurrent.Phaser",
                    "arriveAndAwaitAdvance awaitAdvance awaitAdvanceInterruptibly",
                    STOPS,
                    AWAIT),
            trap("java.util.concurrent.Exchanger", "exchange", STOPS, AWAIT),
            trap(
                    "java.util.concurrent.locks.Condition",
                    "await awaitNanos awaitUninterruptibly awaitUntil signal signalAll",
                    STOPS,
                    AWAIT),
            trap("java.util.concurrent.locks.LockSupport", "park parkNanos parkUntil", STOPS, AWAIT),
            trap("java.util.concurrent.Semaphore", "acquire acquireUninterruptibly tryAcquire", STOPS, AWAIT),
            trap(
                    "java.util.concurrent.BlockingQueue",
                    "take put poll(long,TimeUnit) offer(Object,long,TimeUnit)",
                    STOPS,
                    QUEUE),
            trap(
                    "java.util.concurrent.BlockingDeque",
                    "takeFirst takeLast putFirst putLast pollFirst(long,TimeUnit) pollLast(long,TimeUnit)"
                            + " offerFirst(Object,long,TimeUnit) offerLast(Object,long,TimeUnit)",
                    STOPS,
                    QUEUE),
            trap("java.util.concurrent.TransferQueue", "transfer tryTransfer(Object,long,TimeUnit)", STOPS, QUEUE),

            // Locks
            trap("java.util.concurrent.locks.Lock", "lock lockInterruptibly tryLock", STOPS, NO_LOCK),
            trap(
                    "java.util.concurrent.locks.StampedLock",
                    "readLock readLockInterruptibly tryReadLock" + " writeLock writeLockInterruptibly tryWriteLock",
                    STOPS,
                    NO_LOCK),

            // Threads
            trap("java.lang.Thread", "new start startVirtualThread ofVirtual ofPlatform", THREADS, SPAWN),
            trap("java.util.concurrent.Executors", "*", THREADS, SPAWN),
            trap("java.util.concurrent.ThreadPoolExecutor", "new", THREADS, SPAWN),
            trap("java.util.concurrent.ForkJoinPool", "*", THREADS, SPAWN),
            trap("java.util.concurrent.ForkJoinTask", "fork", THREADS, SPAWN),
            trap("java.util.Timer", "new", THREADS, "Use context.spawn(Runnable) with context.sleep(Duration) in it."),
            trap(
                    "java.util.concurrent.CompletableFuture",
                    "*Async orTimeout completeOnTimeout delayedExecutor",
                    THREADS,
                    SPAWN),
            trap("java.util.Collection", "parallelStream", THREADS, SEQUENTIAL),
            trap("java.util.stream.BaseStream", "parallel", THREADS, SEQUENTIAL),
            trap("java.util.Arrays", "parallelPrefix parallelSetAll parallelSort", THREADS, SEQUENTIAL),

            // The real clock
            trap("java.lang.System", "currentTimeMillis nanoTime", REAL_TIME, NOW),
            trap(
                    "java.time.Clock",
                    "system systemDefaultZone systemUTC tickMillis tickMinutes tickSeconds",
                    REAL_TIME,
                    NOW),
            trap("java.time.Instant", "now()", REAL_TIME, NOW),
            clock("java.time.LocalDate"),
            clock("java.time.LocalDateTime"),
            clock("java.time.LocalTime"),
            clock("java.time.OffsetDateTime"),
            clock("java.time.OffsetTime"),
            clock("java.time.ZonedDateTime"),
            trap("java.util.Date", "new()", REAL_TIME, NOW),
            trap("java.util.GregorianCalendar", "new()", REAL_TIME, NOW),
            trap("java.util.Calendar", "getInstance", REAL_TIME, NOW),

            // Chance
            trap("java.lang.Math", "random", CHANCE, RANDOM),
            trap("java.lang.StrictMath", "random", CHANCE, RANDOM),
            trap("java.util.Random", "new()", CHANCE, RANDOM),
            trap("java.util.SplittableRandom", "new()", CHANCE, RANDOM),
            trap("java.security.SecureRandom", "new getInstance getInstanceStrong", CHANCE, RANDOM),
            trap("java.util.concurrent.ThreadLocalRandom", "current", CHANCE, RANDOM),
            trap("java.util.random.RandomGenerator", "getDefault of", CHANCE, RANDOM),
            trap("java.util.random.RandomGeneratorFactory", "create()", CHANCE, RANDOM),
            trap("java.util.Collections", "shuffle(List)", CHANCE, "Draw the order from context.random()."),
            trap("java.util.UUID", "randomUUID", CHANCE, "Count, or draw from context.random()."),
            trap("java.lang.System", "identityHashCode", "is another number in each run", "Count instead."),

            // The process
            trap("java.lang.System", "exit", ENDS, THROW),
            trap("java.lang.Runtime", "exit halt", ENDS, THROW),
            trap("java.lang.Runtime", "exec addShutdownHook", OUTSIDE, DO_WITHOUT),
            trap("java.lang.ProcessBuilder", "new startPipeline", OUTSIDE, DO_WITHOUT),

            // What all servers of a test would share: they run in one process
            trap(
                    "java.lang.System",
                    "getProperties setProperty setProperties clearProperty setIn setOut setErr",
                    SHARED,
                    FIELD),
            trap("java.lang.Thread", "setDefaultUncaughtExceptionHandler", SHARED, FIELD),
            trap("java.util.Locale", "setDefault", SHARED, FIELD),
            trap("java.util.TimeZone", "setDefault", SHARED, FIELD),

            // Files and the network: servers communicate through the log only
            trap("java.nio.file.Files", "*", OUTSIDE, DO_WITHOUT),
            trap("java.io.FileInputStream", "new", OUTSIDE, DO_WITHOUT),
            trap("java.io.FileOutputStream", "new", OUTSIDE, DO_WITHOUT),
            trap("java.io.FileReader", "new", OUTSIDE, DO_WITHOUT),
            trap("java.io.FileWriter", "new", OUTSIDE, DO_WITHOUT),
            trap("java.io.RandomAccessFile", "new", OUTSIDE, DO_WITHOUT),
            trap("java.nio.channels.FileChannel", "open", OUTSIDE, DO_WITHOUT),
            trap("java.net.Socket", "new", OUTSIDE, DO_WITHOUT),
            trap("java.net.ServerSocket", "new", OUTSIDE, DO_WITHOUT),
            trap("java.net.DatagramSocket", "new", OUTSIDE, DO_WITHOUT),
            trap("java.net.URL", "openConnection openStream", OUTSIDE, DO_WITHOUT),
            trap("java.nio.channels.SocketChannel", "open", OUTSIDE, DO_WITHOUT));

    private Traps() {}

    private static Trap trap(String owner, String methods, String why, String instead) {
        return new Trap(owner, List.of(methods.split(" ")), why, instead);
    }

    private static Trap clock(String owner) {
        return trap(owner, "now() now(ZoneId)", REAL_TIME, NOW);
    }
}
