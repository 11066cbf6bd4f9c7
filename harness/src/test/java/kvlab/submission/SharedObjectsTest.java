package kvlab.submission;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What static fields may hold, and what not: each paragraph stands for itself. */
class SharedObjectsTest {

    private static final String CONSTANTS = """
            record Node(Node left, Node right, String key) {} static final Node EMPTY = new Node(null, null, "");

            record Ring(Ring[] next) {} static final Ring NONE = new Ring(new Ring[0]);

            static final class Node { final Node left; final Node right; final int size;
                Node(Node l, Node r) { left = l; right = r; size = 0; } static final Node EMPTY = new Node(null, null); }

            static class Leaf { final Leaf self; Leaf() { self = this; } } static final Leaf CYCLE = new Leaf();

            static final Pattern WORDS = Pattern.compile("\\\\s+");

            static final Optional<String> NOTHING = Optional.empty(); static final Optional<Long> ONE = Optional.of(1L);

            static final Comparator<String> ORDER = Comparator.naturalOrder();
                static final Comparator<String> BACK = Comparator.reverseOrder();

            record Op(long index, String key) {}
                static final Comparator<Op> ORDER = Comparator.comparingLong(Op::index).thenComparing(Op::key).reversed();
                static final Comparator<Op> OTHER = Comparator.comparing(Op::key, String.CASE_INSENSITIVE_ORDER);
                static final Comparator<Map.Entry<String, Long>> BY_VALUE = Map.Entry.comparingByValue();
                static final Comparator<Op> LAMBDA = (a, b) -> 0; static final Comparator<Op> BACK = LAMBDA.reversed();

            static final Locale ANY = Locale.ROOT; static final java.nio.charset.Charset UTF =
                java.nio.charset.StandardCharsets.UTF_8;

            static final LocalDate DAY = LocalDate.of(2026, 1, 1); static final ZoneId ZONE = ZoneId.of("Europe/Paris");
                static final Instant EPOCH = Instant.EPOCH; static final DayOfWeek MONDAY = DayOfWeek.MONDAY;
                static final java.time.format.DateTimeFormatter ISO = java.time.format.DateTimeFormatter.ISO_DATE;
                static final ZonedDateTime Z = ZonedDateTime.of(2026, 1, 1, 1, 1, 1, 1, ZONE);

            static final Class<?> TYPE = KvServer.class;

            static final class Only { static final Only INSTANCE = new Only(); private Only() {} }

            sealed interface Reply permits Done, Failed { Reply LOST = new Failed("lost"); }
                record Done() implements Reply {} record Failed(String why) implements Reply {}
                static final Reply DONE = new Done();

            record Batch(List<String> keys) {} static final Batch NONE = new Batch(List.of());

            static final List<List<String>> TABLE = List.of(List.of("a"), List.of());
                static final List<Integer> SUB = List.of(1, 2, 3).subList(0, 2);
                static final List<Integer> SAME = Collections.nCopies(1_000_000, 7);

            static final Map<String, BinaryOperator<String>> OPS = Map.of("append", String::concat, "put", (a, b) -> b);

            static final Map<Status, String> NAMES = Map.copyOf(new EnumMap<>(Map.of(Status.SUCCESS, "ok")));

            static final List<String> COPY; static { List<String> l = new ArrayList<>(); l.add("a"); COPY = List.copyOf(l); }

            static final List<String> EITHER = Math.abs(1) > 0 ? Collections.emptyList() : Collections.singletonList("");

            static final Object MISSING = new Object(); static final Object ANY = ""; static final Number N = 7;

            static final String[] NO_NAMES = {}; static final int[] NO_NUMBERS = new int[0];

            enum Kind { PUT((a, b) -> b), GET((a, b) -> a); final BinaryOperator<String> f;
                final List<String> names = List.of(name()); final Pattern p = Pattern.compile("x");
                Kind(BinaryOperator<String> f) { this.f = f; }
                static final Map<String, Kind> BY_NAME = Stream.of(values())
                    .collect(Collectors.toUnmodifiableMap(Kind::name, k -> k)); }

            enum Kind { PUT { final int code = 1; int code() { return code; } }; abstract int code(); }

            static final Function<String, String> PREFIXED = prefixed("a", 3);
                static Function<String, String> prefixed(String p, int n) { return s -> p + s + n; }

            static final Supplier<List<String>> MAKE = ArrayList::new; static final UnaryOperator<String> ID =
                UnaryOperator.identity();

            static final Comparator<String> ANON = new Comparator<>() {
                public int compare(String a, String b) { return a.compareTo(b); } };

            static class Empty extends AbstractMap<String, String> { public Set<Map.Entry<String, String>> entrySet() {
                return Set.of(); } } static final Empty EMPTY = new Empty();

            interface Stack<T> { Stack<?> EMPTY = new Stack<>() {}; default boolean isEmpty() { return this == EMPTY; } }

            static final Map.Entry<String, Long> FIRST = Map.entry("a", 1L); static final BigInteger BIG = BigInteger.TEN;
                static final UUID ID = new UUID(1, 2); static final Base64.Encoder B = Base64.getEncoder();
                static final OptionalLong NONE = OptionalLong.empty(); static final Void NULL = null;

            static final RequestId NOBODY = new RequestId(-1, -1); static final Start NOT = new Start(false, 0, 0);
                static final CommittedCommand NONE = new CommittedCommand(0, 0, null);

            static final Map<String, List<Optional<Duration>>> DEEP = Map.of("a", List.of(Optional.of(Duration.ZERO)));

            class Inner { static final Duration WAIT = Duration.ofSeconds(1); record R(int n) { static final R R0 = new R(0); } }
            """;

    /** A paragraph's first line is part of the message. */
    private static final String SHARED = """
            the ArrayDeque in it can change
            static final List<String> RAW = (List<String>) (Object) List.class.cast(null) == null ? (List) cast() : null;
                static Iterable<String> cast() { return new LinkedList<>(); }
                static final Iterable<String> QUEUE = new ArrayDeque<>();

            the HashMap in it (KvServer.SHARED[0]) can change
            static final List<String> SHARED = (List) List.of(new HashMap<>());

            the ConcurrentLinkedQueue in it can change
            interface Shared { Iterable<String> QUEUE = new ConcurrentLinkedQueue<>(); } Iterable<String> i = Shared.QUEUE;

            the Object[] in it can change
            static final Cloneable BOX = new Object[1];

            content of the KvServer.Big in it is not final
            static class Big extends BigInteger { Object content; Big() { super("1"); } }
                static final BigInteger ONE = new Big();

            the ArrayDeque in it (KvServer.ONE.content) can change
            static class Big extends BigDecimal { final Queue<Object> content = new ArrayDeque<>(); Big() { super("1"); } }
                static final BigDecimal ONE = new Big();

            the ArrayDeque in it (KvServer.Kind.PUT.f → a captured variable) can change: all servers and Clerks of a test \
            would share it, and real ones share nothing but the log. Keep it in a field of the server, for instance in a map \
            by Kind.
            enum Kind { PUT(counting()); final Supplier<Object> f; Kind(Supplier<Object> f) { this.f = f; }
                static Supplier<Object> counting() { Queue<Object> q = new ArrayDeque<>(); return q::poll; } }

            the HashMap in it can change
            static final Map MAP = new HashMap();

            the ArrayDeque in it (KvServer.NEXT → a captured variable) can change
            static final Function<Object, Boolean> NEXT = new ArrayDeque<Object>()::add;

            the AtomicLong in it (KvServer.SHARED → captured variable n) can change
            static final LongSupplier SHARED = make(); static LongSupplier make() { AtomicLong n = new AtomicLong();
                return new LongSupplier() { public long getAsLong() { return n.incrementAndGet(); } }; }

            the ArrayList in it (KvServer.INNER → the enclosing object.list) can change
            static class Outer { final List<String> list = new ArrayList<>(); class Inner {
                void add() { list.add(""); } } } static final Outer.Inner INNER = new Outer().new Inner();

            a function in it was made by the Java library
            static final Predicate<Object> BOTH = new HashSet<>()::add; static final Predicate<Object> NOT = BOTH.negate();

            the HashMap in it (KvServer.ORDER → a captured variable → a captured variable) can change
            static final Comparator<String> ORDER = Comparator.comparing(new HashMap<String, String>()::get);

            the TreeMap in it (KvServer.ORDER → a captured variable → a captured variable → a captured variable) can change
            static final Comparator<String> ORDER = Comparator.<String, String>comparing(new TreeMap<String, String>()::get).reversed();

            Make it a field of the server: private final List<...> VIEW. If it never changes, make it List.copyOf(...)
            static final List<String> VIEW = Collections.unmodifiableList(new ArrayList<>());

            If it never changes, make it List.copyOf(...)
            static final List<String> LIST = Arrays.asList("a", "b");

            the StringBuilder in it (KvServer.BOX.get()) can change: all servers and Clerks of a test would share it, and \
            real ones share nothing but the log. Make it a field of the server: private final Optional<...> BOX. If it \
            never changes, make it a String.
            static final Optional<CharSequence> BOX = Optional.of(new StringBuilder());

            value of the KvServer.Memo in it is not final
            static class Memo<T> implements Supplier<T> { T value; public T get() { return value; } }
                static final Supplier<String> MEMO = new Memo<>();

            the IllegalStateException in it can change, as every exception can
            static final RuntimeException LOST = new IllegalStateException("lost");

            the KvServer.Lost in it (KvServer.SUPPLIER → a captured variable) can change, as every exception can
            static class Lost extends RuntimeException {} static final Supplier<Exception> SUPPLIER = make();
                static Supplier<Exception> make() { Lost l = new Lost(); return () -> l; }

            the SplittableRandom in it can change
            static final Object DICE = new SplittableRandom(1);

            the Random in it can change
            static final RandomGenerator DICE = new Random(1);

            in it can change
            static final Iterator<String> ONCE = List.of("a", "b").iterator();

            in it can change
            static final Object ONCE = Stream.of("a", "b");

            the ThreadLocal in it is not known to be immutable
            static final ThreadLocal<Object> LOCAL = new ThreadLocal<>();

            the WeakHashMap in it can change
            static final Object CACHE = new WeakHashMap<>();

            the SoftReference in it is not known to be immutable
            static final Object SOFT = new java.lang.ref.SoftReference<>("");

            the ReentrantLock in it is not known to be immutable
            static final Lock LOCK = new ReentrantLock();

            the KvServer$1 in it is not known to be immutable, as it extends ClassValue
            static final ClassValue<Object> BOX = new ClassValue<>() {
                protected Object computeValue(Class<?> type) { return new ArrayList<>(); } };

            the KvServer.Own in it is not known to be immutable, as it extends AbstractList
            static class Own extends AbstractList<String> { public String get(int i) { return null; }
                public int size() { return modCount; } void grow() { modCount++; } } static final Object OWN = new Own();

            the Thread in it is not known to be immutable
            static final Object SELF = Thread.currentThread();

            the RegularEnumSet in it can change
            static final Set<Status> BAD = EnumSet.of(Status.TIMEOUT);

            the String[] in it (KvServer.OP.names) can change
            record Op(String[] names) {} static final Op OP = new Op(new String[] {"a"});

            uses of the KvServer$1 in it is not final
            static final Object COUNTING = new Object() { int uses; };

            the ArrayList in it (KvServer.Kind.PUT.keys) can change
            enum Kind { PUT { final Collection<String> keys = new ArrayList<>(); }, GET }

            the ArrayList in it (KvServer.ENTRY.value) can change
            static final Map.Entry<String, List<String>> ENTRY = Map.entry("a", new ArrayList<>());

            the ArrayList in it (KvServer.MAP[a value]) can change
            static final Map<String, List<String>> MAP = Map.of("a", new ArrayList<>(), "b", List.of());

            the HashMap in it (KvServer.SERVER.store) can change
            static class Store { final Map<String, String> store = new HashMap<>(); } static final Store SERVER = new Store();

            the HashMap in it (KvServer.N.next.next.next ... .next.next.content) can change
            static class N { final N next; final Object content; N(N n, Object c) { next = n; content = c; } }
                static final N N; static { N n = new N(null, new HashMap<>()); for (int i = 0; i < 9; i++) n = new N(n, "");
                N = n; }

            the LinkedHashMap in it (KvServer.Holder.SHARED → a captured variable) can change
            static class Holder { static final Runnable SHARED; static { Map<String, String> m = new LinkedHashMap<>();
                SHARED = () -> m.clear(); } }

            holds more than 100000 objects
            record Cell(Cell next) {} static final Cell LONG; static { Cell c = null;
                for (int i = 0; i < 100_001; i++) c = new Cell(c); LONG = c; }

            the ArrayList in it (KvServer.ISO.resolverFields[an element].log) can change
            static class F implements java.time.temporal.TemporalField { final List<Object> log = new ArrayList<>();
                public java.time.temporal.TemporalUnit getBaseUnit() { return null; }
                public java.time.temporal.TemporalUnit getRangeUnit() { return null; }
                public java.time.temporal.ValueRange range() { return null; }
                public boolean isDateBased() { return true; } public boolean isTimeBased() { return true; }
                public boolean isSupportedBy(java.time.temporal.TemporalAccessor t) { return true; }
                public java.time.temporal.ValueRange rangeRefinedBy(java.time.temporal.TemporalAccessor t) { return null; }
                public long getFrom(java.time.temporal.TemporalAccessor t) { return 0; }
                public <R extends java.time.temporal.Temporal> R adjustInto(R t, long l) { return t; } }
                static final Object ISO = java.time.format.DateTimeFormatter.ISO_DATE.withResolverFields(new F());
            """;

    static Stream<String> constants() {
        return Arrays.stream(CONSTANTS.split("\n\n"));
    }

    static Stream<String> shared() {
        return Arrays.stream(SHARED.split("\n\n"));
    }

    @ParameterizedTest
    @MethodSource("constants")
    void whatCannotChangePasses(String members) {
        StudentCode.initialise(StudentCode.server(members).loader());
    }

    @ParameterizedTest
    @MethodSource("shared")
    void whatCanChangeIsFoundByLookingAtValues(String paragraph) {
        int line = paragraph.indexOf('\n');
        List<String> findings = StudentCode.findings(paragraph.substring(line + 1));
        assertTrue(
                findings.stream().anyMatch(message -> message.contains(paragraph.substring(0, line))),
                findings.toString());
    }

    @Test
    void noMethodOfTheStudentsIsCalledWhileLooking() {
        StudentCode.initialise(StudentCode.server("""
                static class Own { public int hashCode() { throw new Error(); } public String toString() { throw new Error();
                    } public boolean equals(Object o) { throw new Error(); } }
                static final List<Own> OWN = List.of(new Own(), new Own());
                static final Map<String, Own> BY_NAME = Map.of("a", new Own());
                static class Order implements Comparator<String>, java.io.Serializable {
                    public int compare(String a, String b) { throw new Error(); }
                    public Comparator<String> reversed() { throw new Error(); }
                    public Object writeReplace() { throw new Error(); } }
                static final Comparator<String> ORDER = Collections.reverseOrder(new Order());
                static final Comparator<String> THEN = String.CASE_INSENSITIVE_ORDER.thenComparing(new Order());
                record Pair(Own own) { public Own own() { throw new Error(); } }
                static final Pair PAIR = new Pair(new Own());
                """).loader());
    }

    @Test
    void theReplacementOfASerialisableComparatorHidesNothing() {
        assertEquals(1, StudentCode.findings("""
                static class Order implements Comparator<String>, java.io.Serializable {
                    final List<String> seen = new ArrayList<>();
                    public int compare(String a, String b) { seen.add(a); return 0; }
                    public Object writeReplace() { return "harmless"; } }
                static final Comparator<String> ORDER = String.CASE_INSENSITIVE_ORDER.thenComparing(new Order());
                """).size());
    }

    @Test
    void whatBecomesMutableLaterIsFoundThen() throws ReflectiveOperationException {
        ClassLoader classes = StudentCode.server("""
                static class Holder { Object content; } record Box(Object content) {}
                static class Open { final Object content; Open(Object c) { content = c; } }
                static final Open OPEN = new Open("");
                """).loader();
        Submission submission = StudentCode.initialise(classes);
        var field = classes.loadClass("lab.KvServer").getDeclaredField("OPEN");
        field.setAccessible(true);
        var content = field.get(null).getClass().getDeclaredField("content");
        content.setAccessible(true);
        content.set(field.get(null), new StringBuilder());
        assertThrows(SubmissionRefused.class, submission::requireNothingShared);
    }

    @Test
    void allClassesAreInitialisedAlsoThoseThatNothingHasUsed() {
        Submission submission = StudentCode.load(StudentCode.server("""
                static class Unused { static final int N = fail(); static int fail() { throw new IllegalStateException("mine"); } }
                """).loader());
        InitialiserFailed failed = assertThrows(InitialiserFailed.class, submission::initialise);
        assertEquals("KvServer.Unused", failed.type());
        assertFalse(failed.getCause().getCause().getMessage().isEmpty());
    }
}
