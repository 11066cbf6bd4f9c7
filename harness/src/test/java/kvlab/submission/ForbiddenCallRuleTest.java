package kvlab.submission;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import kvlab.diagnostic.Diagnostic;
import kvlab.diagnostic.SourcePlace;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ForbiddenCallRuleTest {

    @Test
    void aCallIsReportedWithItsLineAndWhatToUseInstead() {
        assertEquals(
                List.of("KvServer.nap (KvServer.java:12) calls Thread.sleep, which stops the whole simulation."
                        + " Use context.sleep(Duration), which suspends this call only."),
                findings("""
                        void nap() throws Exception {
                            int millis = 10;
                            Thread.sleep(millis);
                        }
                        """));
    }

    @Test
    void aMethodReferenceIsACallOnTheLineWhereItStands() {
        assertEquals(
                List.of("KvServer's constructor (KvServer.java:11) calls System.nanoTime, which reads the real"
                        + " clock, which"
                        + " has nothing to do with the test's virtual time. Use context.now()."),
                findings("\nfinal LongSupplier clock = System::nanoTime;"));
    }

    @Test
    void aMethodOfTheLibraryIsNotHiddenByAnInterfaceOfTheSubmission() {
        List<String> findings = findings("""
                interface Async { java.util.concurrent.CompletableFuture<Void> thenRunAsync(Runnable task); }
                static class Own extends java.util.concurrent.CompletableFuture<Object> implements Async {}
                void run(Own own) { own.thenRunAsync(() -> {}); }
                void run(Async own) { own.thenRunAsync(() -> {}); }
                """);
        assertEquals(2, findings.size(), findings::toString);
        assertTrue(
                findings.stream().anyMatch(each -> each.contains("calls KvServer.Own.thenRunAsync")),
                findings::toString);
        assertTrue(
                findings.stream().anyMatch(each -> each.contains("inherits KvServer.Own.thenRunAsync")),
                findings::toString);
    }

    @Test
    void aLambdaBelongsToTheMethodInWhichItStands() {
        assertEquals(
                List.of("KvServer.later (KvServer.java:11) makes a new Thread, which runs code outside the"
                        + " simulation, at a"
                        + " moment that no seed decides. Use context.spawn(Runnable), which starts a"
                        + " coroutine; a Clerk"
                        + " needs none."),
                findings("Runnable later() { return () ->\n new Thread(); }"));
    }

    @Test
    void aForbiddenCallInTheStaticInitialiserIsReported() {
        assertTrue(findings("static final long START = System.nanoTime();")
                .get(0)
                .startsWith("KvServer's static initialiser (KvServer.java:10) calls System.nanoTime, "));
    }

    @Test
    void synchronizedMethodsAndBlocksAreRefused() {
        String advice = ", and a lock can stop the whole server. Remove it: between two suspensions nothing else"
                + " runs here.";
        assertEquals(
                List.of(
                        "KvServer.one (KvServer.java:10) is synchronized" + advice,
                        "KvServer.two (KvServer.java:11) has a synchronized block" + advice),
                findings("synchronized int one() { return 1; }\nint two() { synchronized (this) { return 2; } }"));
    }

    @Test
    void theSameCallTwiceInALineIsReportedOnce() {
        assertEquals(
                1,
                findings("long time() { return System.nanoTime() + System.nanoTime(); }")
                        .size());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            new Thread(() -> {}).start()                             | makes a new Thread | context.spawn
            Thread.currentThread().join()                            | calls Thread.join | Promise
            Thread.yield()                                           | calls Thread.yield | context.sleep
            TimeUnit.SECONDS.sleep(1)                                | calls TimeUnit.sleep | context.sleep
            wait()                                                   | calls Object.wait | Promise
            this.wait(100)                                           | wait | Promise
            notifyAll()                                              | notifyAll | Promise
            Executors.newCachedThreadPool()                          | Executors.newCachedThreadPool | context.spawn
            ForkJoinPool.commonPool()                                | ForkJoinPool.commonPool | context.spawn
            new Timer()                                              | makes a new Timer | context.sleep
            CompletableFuture.runAsync(() -> {})                     | CompletableFuture.runAsync | context.spawn
            new CompletableFuture<String>().thenApplyAsync(x -> x)   | CompletableFuture.thenApplyAsync | context.spawn
            new CompletableFuture<String>().orTimeout(1, null)       | CompletableFuture.orTimeout | context.spawn
            List.of(1).parallelStream()                              | List.parallelStream | sequential
            Stream.of(1).parallel()                                  | Stream.parallel | sequential
            new ReentrantLock().lock()                               | ReentrantLock.lock | Remove it
            new ReentrantReadWriteLock().readLock().lock()           | ReentrantReadWriteLock.ReadLock.lock | Remove it
            new ReentrantLock().newCondition().await()               | Condition.await | Promise
            new Semaphore(1).acquire()                               | Semaphore.acquire | Promise
            new CountDownLatch(1).await()                            | CountDownLatch.await | Promise
            new LinkedBlockingQueue<String>().take()                 | LinkedBlockingQueue.take | ArrayDeque
            new ArrayBlockingQueue<String>(1).put("")                | ArrayBlockingQueue.put | ArrayDeque
            new LinkedBlockingQueue<String>().poll(1, TimeUnit.DAYS) | LinkedBlockingQueue.poll | ArrayDeque
            new LinkedBlockingDeque<String>().takeFirst()            | LinkedBlockingDeque.takeFirst | ArrayDeque
            new LinkedBlockingQueue<String>().offer("", 1, null)     | LinkedBlockingQueue.offer | ArrayDeque
            new CompletableFuture<String>().get()                    | CompletableFuture.get | Promise
            new CompletableFuture<String>().join()                   | CompletableFuture.join | Promise
            new FutureTask<String>(null).get()                       | FutureTask.get | Promise
            LockSupport.parkNanos(1)                                 | LockSupport.parkNanos | Promise
            System.currentTimeMillis()                               | System.currentTimeMillis | context.now()
            Instant.now()                                            | Instant.now | context.now()
            LocalDateTime.now()                                      | LocalDateTime.now | context.now()
            LocalDate.now(ZoneId.of("UTC"))                          | LocalDate.now | context.now()
            Clock.systemUTC()                                        | Clock.systemUTC | context.now()
            new Date()                                               | makes a new Date | context.now()
            Math.random()                                            | Math.random | context.random()
            new Random()                                             | makes a new Random | context.random()
            new java.security.SecureRandom()                         | makes a new SecureRandom | context.random()
            ThreadLocalRandom.current()                              | ThreadLocalRandom.current | context.random()
            RandomGenerator.getDefault()                             | RandomGenerator.getDefault | context.random()
            UUID.randomUUID()                                        | UUID.randomUUID | context.random()
            Collections.shuffle(new ArrayList<>())                   | Collections.shuffle | context.random()
            System.identityHashCode(this)                            | System.identityHashCode | Count
            System.setProperty("k", "v")                             | System.setProperty | field
            System.getProperties()                                   | System.getProperties | field
            Locale.setDefault(Locale.ROOT)                           | Locale.setDefault | field
            System.exit(0)                                           | System.exit | exception
            Runtime.getRuntime().halt(0)                             | Runtime.halt | exception
            Runtime.getRuntime().exec("ls")                          | Runtime.exec | context
            new ProcessBuilder("ls").start()                         | makes a new ProcessBuilder | context
            """)
    void everyForbiddenCallIsReportedWithAdvice(String expression, String what, String advice) {
        String finding =
                findings("void run() throws Exception { " + expression + "; }").get(0);
        assertTrue(finding.startsWith("KvServer.run (KvServer.java:10) "), finding);
        assertTrue(finding.contains(what + ", which "), finding);
        assertTrue(finding.substring(finding.indexOf(". ") + 1).contains(advice), finding);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "static class Worker extends Thread {} void go() { new Worker().start(); }",
                "static class Queue extends LinkedBlockingQueue<String> {}"
                        + " String go() throws Exception { return new Queue().take(); }",
                "void go(Thread thread) { context.spawn(thread::start); }",
                "Supplier<Random> go() { return Random::new; }",
                "void go() { new Thread() { @Override public void run() {} }; }",
                "static class Mutex extends ReentrantLock { @Override public void lock() { super.lock(); } }",
            })
    void aForbiddenCallIsFoundBehindASubclassOrAReference(String members) {
        assertFalse(findings(members).isEmpty());
    }

    @Test
    void aStudentsSubclassIsReportedWhereItCallsTheConstructor() {
        assertEquals(
                List.of("KvServer.Worker's constructor (KvServer.java:10) makes a new Thread"),
                findings("static class Worker extends Thread {}\nObject worker = new Worker();").stream()
                        .map(finding -> finding.substring(0, finding.indexOf(',')))
                        .toList());
    }

    @Test
    @EnabledForJreRange(min = JRE.JAVA_21)
    void virtualThreadsAreThreads() {
        assertEquals(
                2,
                findings("void go() { Thread.startVirtualThread(() -> {});\n Thread.ofVirtual().start(() -> {}); }")
                        .size());
    }

    @Test
    @EnabledForJreRange(min = JRE.JAVA_21)
    void aForbiddenCallInTheGuardOfAPatternIsFound() {
        assertEquals(1, findings("""
                Object go(Object o) {
                    return switch (o) { case String s when Math.random() > 0.5 -> s; default -> null; };
                }
                """).size());
    }

    private static List<String> findings(String members) {
        return assertThrows(
                        SubmissionRefused.class,
                        () -> StudentCode.load(StudentCode.server(members).loader()))
                .findings()
                .stream()
                .map(Diagnostic::message)
                .toList();
    }

    @Test
    void theFactsOfAFindingAreItsCodeArgumentsAndPlace() {
        SubmissionRefused refused = assertThrows(
                SubmissionRefused.class,
                () -> StudentCode.load(StudentCode.server("Object now = new Object() { long at = System.nanoTime(); };")
                        .loader()));
        Diagnostic finding = refused.findings().get(0);
        assertEquals("rules.forbidden-call", finding.code());
        assertEquals("System.nanoTime", finding.argument("member"));
        assertEquals("Use context.now().", finding.argument("advice"));
        assertEquals(Optional.of(new SourcePlace("KvServer.java", "KvServer$1", "<init>", 10)), finding.place());
    }
}
