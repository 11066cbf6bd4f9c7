package kvlab.grader.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import kvlab.submission.Part;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What submissions were seen to try, one at a time: each is told of, with the place, and nothing runs. */
class ForbiddenApiTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            System.exit                         | System.exit(0);
            java.lang.Runtime.getRuntime        | Runtime.getRuntime().halt(0);
            java.lang.Runtime                   | Runtime.getRuntime().addShutdownHook(null);
            System.exit                         | IntConsumer end = System::exit; end.accept(0);
            java.lang.Runtime                   | Function<Runtime, Long> f = Runtime::freeMemory;
            System.exit                         | Runnable end = () -> System.exit(0); end.run();
            System.exit                         | \\u0053\\u0079stem.\\u0065xit(0);
            java.lang.Class.forName             | Class.forName("java.lang.System");
            java.lang.Class.forName             | Function<String, Object> f = n -> { try { return Class.forName(n); } catch (Exception e) { return null; } };
            java.lang.Class.getMethod           | store.getClass().getMethod("clear").invoke(store);
            java.lang.Class.getDeclaredField    | KvServer.class.getDeclaredField("store").setAccessible(true);
            java.lang.reflect.AccessibleObject  | java.lang.reflect.AccessibleObject o = null; o.setAccessible(true);
            java.lang.Class.getClassLoader      | KvServer.class.getClassLoader().loadClass("x");
            java.lang.Class.getModule           | Object m = KvServer.class.getModule();
            java.lang.Class.getResourceAsStream | Object s = KvServer.class.getResourceAsStream("/x");
            java.lang.Class.getResource         | Function<String, Object> f = KvServer.class::getResource;
            java.lang.invoke.MethodHandles.lookup | Object l = java.lang.invoke.MethodHandles.lookup();
            java.lang.invoke.MethodHandles.lookup | Supplier<Object> l = java.lang.invoke.MethodHandles::lookup;
            java.lang.invoke.VarHandle          | java.lang.invoke.VarHandle.fullFence();
            java.lang.invoke.LambdaMetafactory  | java.lang.invoke.LambdaMetafactory.metafactory(null, null, null, null, null, null);
            java.lang.reflect.Proxy             | java.lang.reflect.Proxy.newProxyInstance(null, new Class<?>[0], null);
            java.util.ServiceLoader             | ServiceLoader.load(Runnable.class);
            java.io.ObjectInputStream           | new java.io.ObjectInputStream(null).readObject();
            java.io.FileInputStream             | new java.io.FileInputStream("x").read();
            java.lang.System.load               | System.load("/x.so");
            java.lang.System.loadLibrary        | System.loadLibrary("x");
            java.lang.System.setOut             | System.setOut(null);
            java.lang.System.in                 | System.in.read();
            java.io.PrintStream.close           | System.out.close();
            java.io.PrintStream.write           | System.out.write(1);
            makes a new java.io.PrintStream     | System.err.println(new java.io.PrintStream("x"));
            java.lang.System.getSecurityManager | Object s = System.getSecurityManager();
            System.setProperty                  | System.setProperty("a", "b");
            System.getProperty                  | Object p = System.getProperty("a");
            java.lang.Integer.getInteger        | Object p = Integer.getInteger("a");
            java.lang.Boolean.getBoolean        | Predicate<String> p = Boolean::getBoolean;
            java.lang.System.getenv             | Object e = System.getenv();
            java.lang.System.identityHashCode   | int h = System.identityHashCode(this);
            java.lang.System.nanoTime           | LongSupplier clock = System::nanoTime;
            java.time.Instant.now               | Instant.now(null);
            java.time.Clock                     | Clock.systemUTC().millis();
            java.util.TimeZone.setDefault       | TimeZone.setDefault(null);
            java.time.ZoneId.systemDefault      | Object z = ZoneId.systemDefault();
            java.util.Locale.setDefault         | Locale.setDefault(Locale.ROOT);
            java.util.logging.Logger            | java.util.logging.Logger.getLogger("a").setLevel(null);
            java.lang.System.getLogger          | Object l = System.getLogger("a");
            java.util.ResourceBundle            | ResourceBundle.getBundle("a");
            java.util.prefs.Preferences         | java.util.prefs.Preferences.userRoot();
            java.lang.String.intern             | synchronized (key.intern()) { store.clear(); }
            java.util.logging.Level             | java.util.logging.Level.parse("a");
            java.security.Security              | java.security.Security.setProperty("a", "b");
            java.lang.ClassValue                | ClassValue<Object> v = null; v.get(Object.class);
            java.nio.charset.Charset.forName    | Object c = java.nio.charset.Charset.forName("a");
            java.util.Currency                  | Object c = Currency.getInstance("EUR");
            java.lang.Object.notify             | key.notify();
            getSuppressed                       | Object s = new Exception().getSuppressed();
            java.lang.ref.WeakReference         | Object r = new java.lang.ref.WeakReference<>(key);
            java.lang.Exception.getStackTrace   | Object s = new Exception().getStackTrace()[0];
            java.lang.Throwable.getStackTrace   | Function<Throwable, Object> s = Throwable::getStackTrace;
            java.lang.IllegalStateException.getStackTrace | Object s = new IllegalStateException().getStackTrace();
            java.io.PrintWriter                 | new Exception().printStackTrace(new java.io.PrintWriter(System.out));
            java.lang.StackWalker               | StackWalker.getInstance().getCallerClass();
            Thread                              | Object s = Thread.currentThread().getStackTrace();
            Thread                              | new Thread(() -> {}).start();
            Thread                              | Supplier<Thread> t = Thread::new;
            java.lang.Thread                    | Thread.setDefaultUncaughtExceptionHandler(null);
            java.lang.Thread                    | Object o = value; Thread t = (Thread) o;
            java.lang.Thread                    | Object o = value; boolean b = o instanceof Thread[];
            java.lang.Thread                    | Object o = new Thread[3][4];
            java.lang.Thread                    | Class<?> c = Thread[].class;
            java.lang.ThreadDeath               | try { store.clear(); } catch (ThreadDeath death) { store.clear(); }
            java.lang.ThreadLocal               | new ThreadLocal<String>().set("a");
            java.util.concurrent.ForkJoinPool   | java.util.concurrent.ForkJoinPool.commonPool();
            java.util.concurrent.Executors      | java.util.concurrent.Executors.newCachedThreadPool();
            parallelStream                      | new ArrayList<String>().parallelStream();
            parallel                            | IntStream.range(0, 3).parallel().sum();
            java.util.stream.StreamSupport      | StreamSupport.stream(List.of(1).spliterator(), true).toList();
            java.util.stream.StreamSupport      | StreamSupport.intStream(() -> IntStream.of(1).spliterator(), 0, true).sum();
            java.util.Arrays.parallelSort       | Arrays.parallelSort(new int[3]);
            java.util.concurrent.ConcurrentHashMap.search | new java.util.concurrent.ConcurrentHashMap<String, String>().search(1, (k, v) -> v);
            java.util.concurrent.CompletableFuture.runAsync | java.util.concurrent.CompletableFuture.runAsync(() -> {});
            java.util.Timer                     | new Timer();
            java.util.Random                    | new Random();
            java.util.Collections.shuffle       | Collections.shuffle(new ArrayList<>(List.of(1)));
            java.util.Random::new               | Supplier<Random> chance = Random::new;
            java.util.UUID.randomUUID           | Object id = UUID.randomUUID();
            java.lang.Math.random               | DoubleSupplier chance = Math::random;
            java.net.Socket                     | new java.net.Socket("localhost", 1);
            java.net.URL                        | Object u = new java.net.URL("http://localhost");
            java.net.http.HttpClient            | Object u = java.net.http.HttpClient.newHttpClient();
            java.lang.ProcessBuilder            | new ProcessBuilder("true").start();
            java.lang.ProcessHandle             | ProcessHandle.current().destroyForcibly();
            java.lang.management.ManagementFactory | Object u = java.lang.management.ManagementFactory.getRuntimeMXBean();
            java.nio.file.Files                 | java.nio.file.Files.readString(java.nio.file.Path.of("/etc/passwd"));
            java.nio.file.Path                  | Function<String, Object> f = java.nio.file.Path::of;
            java.io.File                        | new java.io.File("x").delete();
            java.util.Formatter                 | new Formatter("x").close();
            java.util.Scanner                   | new Scanner(new java.io.File("/etc/passwd")).next();
            java.nio.ByteBuffer                 | java.nio.ByteBuffer.allocateDirect(1 << 30);
            java.lang.ref.Cleaner               | java.lang.ref.Cleaner.create();
            java.util.WeakHashMap               | new WeakHashMap<String, String>().clear();
            javax.script.ScriptEngineManager    | new javax.script.ScriptEngineManager();
            """)
    void aForbiddenReferenceIsRefused(String named, String line) {
        List<String> findings = StudentSource.inPut(line);
        assertTrue(findings.stream().anyMatch(finding -> says(finding, named)), () -> named + " is not in " + findings);
    }

    private static boolean says(String finding, String what) {
        return finding.startsWith("KvServer.put (KvServer.java:" + StudentSource.LINE + ") ") && finding.contains(what);
    }

    @Test
    void aRefusalSaysWhereWhatAndWhatToDoInstead() {
        assertEquals(
                List.of("KvServer.put (KvServer.java:7) calls java.lang.Class.forName, which a submission may not use."
                        + " Call methods and make objects directly: reflection is not needed for this lab."),
                StudentSource.inPut("Class.forName(key);"));
    }

    @Test
    void aLineThatTheHarnessKnowsIsToldOnceAndInItsWords() {
        List<String> findings = StudentSource.messages(new Rules(AllowList.standard())
                .findings(StudentSource.classes(StudentSource.server("System.exit(0);")), Set.of(Part.SERVER)));
        assertEquals(1, findings.size(), findings.toString());
        assertTrue(
                findings.get(0)
                        .startsWith("KvServer.put (KvServer.java:7) calls System.exit, which would end the process"),
                findings.toString());
    }

    @Test
    void aClassThatOneLineUsesThreeTimesIsToldOnce() {
        List<String> findings = StudentSource.inPut("Timer t = new Timer(); t.purge(); t.cancel();");
        assertEquals(1, findings.size(), findings.toString());
    }

    @Test
    void whatIsForbiddenIsSeenInLambdasAndNestedClassesToo() {
        List<String> findings = StudentSource.besidePut(
                "Runnable later = () -> Class.class.getModule();",
                "enum Way { UP { void go() { Class.class.getModule(); } }; abstract void go(); }",
                "record Op(String key) { Op { Class.class.getModule(); } }",
                "interface Deep { default void deep() { new Object() { { Class.class.getModule(); } }; } }");
        assertEquals(4, findings.size(), findings.toString());
        assertTrue(
                findings.get(3).startsWith("KvServer.Deep$1's constructor (KvServer.java:15) "), findings.toString());
    }
}
