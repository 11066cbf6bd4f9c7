package kvlab.submission;

import java.util.List;

/** The well-known traps: what real programs do with threads, clocks and chance, and what servers of the lab do instead. */
final class Traps {

    private static final String STOPS = "stops the whole server";
    private static final String THREADS = "runs code outside the simulation, at a moment that no seed decides";
    private static final String REAL_TIME = "reads the real clock, which has nothing to do with the test's virtual time";
    private static final String CHANCE = "draws numbers that no seed can bring back";
    private static final String ENDS = "would end the process that runs the tests";
    private static final String OUTSIDE = "leaves the simulation";

    private static final String SLEEP = "Use context.sleep(Duration), which suspends this call only.";
    private static final String SPAWN = "Use context.spawn(Runnable), which starts a coroutine of this server.";
    private static final String AWAIT = "Use a Promise from context.promise(): its await(Duration) suspends this call only,"
            + " and its complete(value) wakes it.";
    private static final String NO_LOCK = "Remove it: between two suspensions nothing else of this server runs.";
    private static final String QUEUE = "Use an ArrayDeque, and a Promise to wait for what is not there yet.";
    private static final String NOW = "Use context.now().";
    private static final String RANDOM = "Use context.random(), which the schedule's seed feeds.";
    private static final String SEQUENTIAL = "Use the sequential form, on this server's own loop.";
    private static final String THROW = "Throw an exception if the server cannot go on: the test shows it and where it came from.";
    private static final String DO_WITHOUT = "Do without it: a server has its context and nothing else.";

    /** In the order in which they are looked up. */
    static final List<Trap> ALL = List.of(
            // Waiting
            trap("java.lang.Thread", STOPS, SLEEP, "sleep", "yield", "onSpinWait"),
            trap("java.util.concurrent.TimeUnit", STOPS, SLEEP, "sleep", "timedJoin", "timedWait"),
            trap("java.lang.Object", STOPS, AWAIT, "wait"),
            trap("java.lang.Object", "wakes threads, and a server has none", AWAIT, "notify()", "notifyAll()"),
            trap("java.lang.Thread", STOPS, AWAIT, "join"),
            trap("java.util.concurrent.Future", STOPS, AWAIT, "get"),
            trap("java.util.concurrent.CompletableFuture", STOPS, AWAIT, "get", "join"),
            trap("java.util.concurrent.ForkJoinTask", STOPS, AWAIT, "get", "join", "invoke", "invokeAll"),
            trap("java.util.concurrent.CountDownLatch", STOPS, AWAIT, "await"),
            trap("java.util.concurrent.CyclicBarrier", STOPS, AWAIT, "await"),
            trap("java.util.concurrent.Phaser", STOPS, AWAIT,
                    "arriveAndAwaitAdvance", "awaitAdvance", "awaitAdvanceInterruptibly"),
            trap("java.util.concurrent.Exchanger", STOPS, AWAIT, "exchange"),
            trap("java.util.concurrent.locks.Condition", STOPS, AWAIT,
                    "await", "awaitNanos", "awaitUninterruptibly", "awaitUntil", "signal", "signalAll"),
            trap("java.util.concurrent.locks.LockSupport", STOPS, AWAIT, "park", "parkNanos", "parkUntil"),
            trap("java.util.concurrent.Semaphore", STOPS, AWAIT, "acquire", "acquireUninterruptibly", "tryAcquire"),
            trap("java.util.concurrent.BlockingQueue", STOPS, QUEUE,
                    "take", "put", "poll(long,TimeUnit)", "offer(Object,long,TimeUnit)"),
            trap("java.util.concurrent.BlockingDeque", STOPS, QUEUE,
                    "takeFirst", "takeLast", "putFirst", "putLast",
                    "pollFirst(long,TimeUnit)", "pollLast(long,TimeUnit)",
                    "offerFirst(Object,long,TimeUnit)", "offerLast(Object,long,TimeUnit)"),
            trap("java.util.concurrent.TransferQueue", STOPS, QUEUE, "transfer", "tryTransfer(Object,long,TimeUnit)"),

            // Locks
            trap("java.util.concurrent.locks.Lock", STOPS, NO_LOCK, "lock", "lockInterruptibly", "tryLock"),
            trap("java.util.concurrent.locks.StampedLock", STOPS, NO_LOCK,
                    "readLock", "readLockInterruptibly", "tryReadLock",
                    "writeLock", "writeLockInterruptibly", "tryWriteLock"),

            // Threads
            trap("java.lang.Thread", THREADS, SPAWN, "new", "start", "startVirtualThread", "ofVirtual", "ofPlatform"),
            trap("java.util.concurrent.Executors", THREADS, SPAWN, "*"),
            trap("java.util.concurrent.ThreadPoolExecutor", THREADS, SPAWN, "new"),
            trap("java.util.concurrent.ScheduledThreadPoolExecutor", THREADS, SPAWN, "new"),
            trap("java.util.concurrent.ForkJoinPool", THREADS, SPAWN, "*"),
            trap("java.util.concurrent.ForkJoinTask", THREADS, SPAWN, "fork"),
            trap("java.util.Timer", THREADS, "Use context.spawn(Runnable) with context.sleep(Duration) in it.", "new"),
            trap("java.util.concurrent.CompletableFuture", THREADS, SPAWN,
                    "*Async", "orTimeout", "completeOnTimeout", "delayedExecutor"),
            trap("java.util.Collection", THREADS, SEQUENTIAL, "parallelStream"),
            trap("java.util.stream.BaseStream", THREADS, SEQUENTIAL, "parallel"),
            trap("java.util.Arrays", THREADS, SEQUENTIAL, "parallelPrefix", "parallelSetAll", "parallelSort"),

            // The real clock
            trap("java.lang.System", REAL_TIME, NOW, "currentTimeMillis", "nanoTime"),
            trap("java.time.Clock", REAL_TIME, NOW,
                    "system", "systemDefaultZone", "systemUTC", "tickMillis", "tickMinutes", "tickSeconds"),
            trap("java.time.Instant", REAL_TIME, NOW, "now()"),
            clock("java.time.LocalDate"),
            clock("java.time.LocalDateTime"),
            clock("java.time.LocalTime"),
            clock("java.time.OffsetDateTime"),
            clock("java.time.OffsetTime"),
            clock("java.time.ZonedDateTime"),
            trap("java.util.Date", REAL_TIME, NOW, "new()"),
            trap("java.util.GregorianCalendar", REAL_TIME, NOW, "new()"),
            trap("java.util.Calendar", REAL_TIME, NOW, "getInstance"),

            // Chance
            trap("java.lang.Math", CHANCE, RANDOM, "random"),
            trap("java.lang.StrictMath", CHANCE, RANDOM, "random"),
            trap("java.util.Random", CHANCE, RANDOM, "new()"),
            trap("java.util.SplittableRandom", CHANCE, RANDOM, "new()"),
            trap("java.security.SecureRandom", CHANCE, RANDOM, "new", "getInstance", "getInstanceStrong"),
            trap("java.util.concurrent.ThreadLocalRandom", CHANCE, RANDOM, "current"),
            trap("java.util.random.RandomGenerator", CHANCE, RANDOM, "getDefault", "of"),
            trap("java.util.random.RandomGeneratorFactory", CHANCE, RANDOM, "create()"),
            trap("java.util.Collections", CHANCE, "Draw the order from context.random().", "shuffle(List)"),
            trap("java.util.UUID", CHANCE, "Count, or draw from context.random().", "randomUUID"),
            trap("java.lang.System", "is another number in each run", "Count instead.", "identityHashCode"),

            // The process
            trap("java.lang.System", ENDS, THROW, "exit"),
            trap("java.lang.Runtime", ENDS, THROW, "exit", "halt"),
            trap("java.lang.Runtime", OUTSIDE, DO_WITHOUT, "exec", "addShutdownHook"),
            trap("java.lang.ProcessBuilder", OUTSIDE, DO_WITHOUT, "new", "startPipeline"));

    private Traps() {}

    private static Trap trap(String owner, String why, String instead, String... methods) {
        return new Trap(owner, List.of(methods), why, instead);
    }

    private static Trap clock(String owner) {
        return trap(owner, REAL_TIME, NOW, "now()", "now(ZoneId)");
    }
}
