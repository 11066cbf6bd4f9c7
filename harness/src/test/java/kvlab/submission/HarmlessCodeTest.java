package kvlab.submission;

import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Code that correct servers may well contain, and that the rules must therefore leave alone. */
class HarmlessCodeTest {

    private static final String CONSTANTS = """
            static final int LIMIT = 10; static final String NAME = "kv"; static final Long BIG = 7L;

            private static final Duration WAIT = Duration.ofMillis(1500);

            static final BigInteger BIG = BigInteger.TEN; static final BigDecimal EXACT = BigDecimal.ONE;

            static final Status DONE = Status.SUCCESS; static final TimeUnit UNIT = TimeUnit.SECONDS;

            static final GetResult TIMEOUT = GetResult.failed(Status.TIMEOUT);

            static final RequestId NOBODY = new RequestId(0, 0);

            record Op(RequestId id, String key) {} static final Op NOTHING = new Op(null, null);

            static final List<String> NAMES = List.of("a", "b");

            static final List<String> NAMES = List.of(
                    "a",
                    "b");

            static final List<Integer> MANY = List.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12);

            static final Set<Status> BAD = Set.of(Status.TIMEOUT);
                static final Map<String, Long> M = Map.of("", 1L);

            static final BinaryOperator<String> APPEND = String::concat;
                static final Runnable NONE = () -> {};

            static final Function<Object, String> TEXT = o -> { return "" + o; };

            interface Limits { int MAX_COUNT = 3; Duration LONG = Duration.ofDays(1); } int most = Limits.MAX_COUNT;

            private static final long serialVersionUID = 1;
            """;

    private static final String ENUMS = """
            enum Kind { PUT, APPEND, GET }

            enum Kind { PUT("p", 1), GET("g", 2); final String text; private final int n;
                Kind(String t, int n) { text = t; this.n = n; } }

            enum Kind { PUT { String on(String a) { return a; } }; abstract String on(String a); }

            enum Kind { PUT((a, b) -> b), APPEND(String::concat); final BinaryOperator<String> f;
                Kind(BinaryOperator<String> f) { this.f = f; } }

            enum Kind { ON, OFF; Kind other() { return this == ON ? OFF : ON; } }

            enum Tree { ROOT(null), LEAF(ROOT); final Tree parent; Tree(Tree p) { parent = p; } }

            int n(Status s) { return switch (s) { case SUCCESS -> 1; case NOT_LEADER -> 2;
                case TIMEOUT -> 3; }; }

            int n(Status s) { switch (s) { case SUCCESS: return 1; default: return 2; } }

            EnumMap<Status, Integer> counts = new EnumMap<>(Status.class);
            """;

    private static final String LANGUAGE = """
            int n(String s) { switch (s) { case "a": return 1; case "b": return 2; default: return 3; } }

            record Op(String k) {} String key(Object o) { return o instanceof Op op ? op.k() : ""; }

            sealed interface C extends Command permits P, G {} record P(String k) implements C {}
                record G() implements C {}

            int check(int n) { assert n > 0 : "n is " + n; return n; }

            String text(int n, long l, Object o) { return "n=" + n + l + o + 'c' + 1.5; }

            String text(String k) { return String.format(Locale.ROOT, "%s", k).formatted(); }

            class Inner { int n; class Deeper { int m = n; } } Inner inner = new Inner();
                static class Nested {}

            Object local() { record Pair(int a, int b) {} class Here {} return new Pair(1, 2); }

            Comparator<String> order() { return new Comparator<>() {
                public int compare(String a, String b) { return 0; } }; }

            int sum() { int s = 0; for (int i : new int[] {1, 2}) s += i; return s;
                } int[][] grid = new int[2][3];

            <T extends Comparable<T>> T max(List<? extends T> l) { return Collections.max(l); }

            void close() throws Exception { try (AutoCloseable c = () -> {}) { hashCode();
                } finally { toString(); } }

            Object copy(Object[] a) { return a.clone(); } Class<?> type = String[].class;

            void fail() { throw new IllegalStateException("x");
                } static class Lost extends RuntimeException {}
            """;

    private static final String LIBRARY = """
            Map<String, String> t = new HashMap<>();
                Map<Long, Promise<Status>> w = new ConcurrentHashMap<>();

            void go(Map<String, Integer> m) { m.merge("a", 1, Integer::sum);
                m.computeIfAbsent("b", k -> 1); }

            List<String> s(List<String> l) {
                return l.stream().filter(x -> !x.isEmpty()).map(String::trim).sorted().toList(); }

            String j(List<String> l) { return l.stream().collect(Collectors.joining(",")); }

            AtomicLong next = new AtomicLong(); long id() { return next.incrementAndGet(); }

            Queue<String> q = new ArrayDeque<>(); Queue<String> p = new PriorityQueue<>();
                String h() { return q.poll(); }

            Queue<String> q = new ConcurrentLinkedQueue<>();
                BlockingQueue<String> b = new LinkedBlockingQueue<>(); String h() { b.offer(""); b.add("");
                return b.poll(); }

            CompletableFuture<String> f = new CompletableFuture<>(); String h() { f.complete("");
                return f.isDone() ? f.getNow(null) : null; }

            String b() { return new StringBuilder().append(1).reverse().toString(); }

            Optional<String> o() { return Optional.of("").map(String::strip).filter(s -> true);
                } String g() { return o().get(); }

            Supplier<String> s = () -> "";
                String g() { return s.get() + Map.of().get(1) + new AtomicLong().get(); }

            int h() { return Objects.hash(1, 2) + Arrays.hashCode(new int[0]) + hashCode(); }

            void print() { System.out.println("x"); System.err.printf("%d%n", 1);
                new Exception().printStackTrace(); }
            """;

    private static final String CONTEXT = """
            void go() { context.sleep(Duration.ofMillis(5)); context.spawn(this::run); context.now();
                } void run() {}

            String a() { Promise<String> p = context.promise();
                return p.await(Duration.ofSeconds(1)).orElse(null) + p.await(); }

            long r() { return context.random().nextLong() + context.random().ints(3).sum(); }

            void l() { context.log("%s at %d", "x", 3);
                } Start s(Command c) { return context.raft().start(c); }

            Random seeded(long seed) { return new Random(seed);
                } SplittableRandom s = new SplittableRandom(1);

            Date then(long t) { return new Date(t); } Instant i = Instant.ofEpochMilli(5);
                Thread t = Thread.currentThread();
            """;

    /** Methods of the student's own that have the names of traps. */
    private static final String NAMESAKES = """
            void wait(String key) {} void sleep(Duration d) {} void run() { wait(""); sleep(null);
                this.lock(); } void lock() {}

            static class Waiter { void wait(String s) {} void notify(Object o) {} }
                static class Sub extends Waiter {} void run(Sub s) { s.wait(""); s.notify(""); }

            interface Gate { void await(); void join(); } void run(Gate g) { g.await(); g.join();
                Runnable r = g::await; }

            static class Clock { long now() { return 0;
                } static void system() {} } long n() { Clock.system(); return new Clock().now(); }

            static class Timer { void start() {} } static class Thread2 { void start() {} }
                void s() { new Timer().start(); }
            """;

    /** Each paragraph stands for itself. */
    static Stream<String> harmless() {
        return Stream.of(CONSTANTS, ENUMS, LANGUAGE, LIBRARY, CONTEXT, NAMESAKES)
                .flatMap(group -> Stream.of(group.split("\n\n")));
    }

    @ParameterizedTest
    @MethodSource("harmless")
    void passes(String members) {
        StudentCode.initialise(StudentCode.server(members).loader());
    }

    @Test
    void textBlocksPass() {
        passes("String help = \"\"\"\n  put\n  get\n\"\"\";");
    }

    @Test
    void aWholeServerOverSeveralFilesPasses() {
        StudentCode.initialise(StudentCode.files(Map.of("KvServer", """
                        package lab;

                        import java.time.Duration;
                        import java.util.*;
                        import kvlab.api.*;

                        public class KvServer implements KeyValueServer {
                            private static final Duration TIMEOUT = Duration.ofSeconds(2);
                            private final ServerContext context;
                            private final Map<Long, Promise<Table.Reply>> waiting = new HashMap<>();
                            private final Table table = new Table();

                            public KvServer(ServerContext context) { this.context = context; }

                            @Override public Status put(RequestId request, String key, String value) {
                                return agree(new Op(request, Op.Kind.PUT, key, value)).status();
                            }

                            @Override public Status append(RequestId request, String key, String value) {
                                return agree(new Op(request, Op.Kind.APPEND, key, value)).status();
                            }

                            @Override public GetResult get(RequestId request, String key) {
                                Table.Reply reply = agree(new Op(request, Op.Kind.GET, key, ""));
                                return reply.status() == Status.SUCCESS
                                        ? GetResult.success(reply.value()) : GetResult.failed(reply.status());
                            }

                            private Table.Reply agree(Op op) {
                                Start start = context.raft().start(op);
                                if (!start.leader()) {
                                    return new Table.Reply(Status.NOT_LEADER, null, null);
                                }
                                Promise<Table.Reply> promise = context.promise();
                                waiting.put(start.index(), promise);
                                return promise.await(TIMEOUT)
                                        .filter(reply -> op.request().equals(reply.request()))
                                        .orElseGet(() -> new Table.Reply(Status.TIMEOUT, null, null));
                            }

                            @Override public void onNextCommand(CommittedCommand committed) {
                                if (committed.command() instanceof Op op) {
                                    Table.Reply reply = table.apply(op);
                                    Optional.ofNullable(waiting.remove(committed.index()))
                                            .ifPresent(p -> p.complete(reply));
                                }
                            }
                        }
                        """, "Op", """
                        package lab;

                        record Op(kvlab.api.RequestId request, Kind kind, String key, String value)
                                implements kvlab.api.Command {
                            enum Kind { PUT, APPEND, GET }
                        }
                        """, "Table", """
                        package lab;

                        import java.util.*;
                        import kvlab.api.*;

                        class Table {
                            record Reply(Status status, RequestId request, String value) {}
                            private final Map<String, String> values = new TreeMap<>();
                            private final Map<Long, Reply> last = new HashMap<>();

                            Reply apply(Op op) {
                                Reply before = last.get(op.request().client());
                                if (before != null && before.request().sequence() >= op.request().sequence()) {
                                    return before;
                                }
                                switch (op.kind()) {
                                    case PUT -> values.put(op.key(), op.value());
                                    case APPEND -> values.merge(op.key(), op.value(), String::concat);
                                    case GET -> { }
                                }
                                String value = values.getOrDefault(op.key(), "");
                                Reply reply = new Reply(Status.SUCCESS, op.request(), value);
                                last.put(op.request().client(), reply);
                                return reply;
                            }
                        }
                        """))
                .loader());
    }

    @Test
    @EnabledForJreRange(min = JRE.JAVA_21)
    void patternSwitchesPass() {
        passes("""
                sealed interface C extends Command permits P, G {}
                record P(String k, String v) implements C {}
                record G(String k) implements C {}
                enum Kind implements Runnable { A, B; public void run() {} }
                String on(C c) { return switch (c) { case P(String k, var v) when k.isEmpty() -> v;
                    case P p -> p.k(); case G(var k) -> k; }; }
                int any(Object o) { return switch (o) { case null -> 0; case Integer i when i > 3 -> i;
                    case String s -> s.length(); case Kind.A -> 1; default -> 2; }; }
                int kind(Runnable r) { return switch (r) { case Kind.A -> 1; case Kind.B -> 2; default -> 3; }; }
                """);
    }
}
