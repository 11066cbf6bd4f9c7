package kvlab.grader.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import kvlab.schedule.LoadedSubmission;
import kvlab.sim.World;
import kvlab.submission.Part;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Java that correct servers may be written in, beyond what the corpus uses. Each paragraph stands for itself. */
class PlainJavaIT {

    private static final World WORLD = new World();

    private static final String SERVER = """
            package lab;
            import java.math.*; import java.nio.charset.*; import java.time.*; import java.util.*; import java.util.concurrent.*;
            import java.util.concurrent.atomic.*; import java.util.function.*; import java.util.regex.*;
            import java.util.stream.*; import kvlab.api.*;
            public class KvServer implements KeyValueServer {
            private final ServerContext context;
            public KvServer(ServerContext context) { this.context = context; }
            public Status put(RequestId r, String k, String v) { return Status.TIMEOUT; }
            public Status append(RequestId r, String k, String v) { return Status.TIMEOUT; }
            public GetResult get(RequestId r, String k) { return GetResult.failed(Status.TIMEOUT); }
            public void onNextCommand(CommittedCommand c) {}
            """;

    private static final String COLLECTIONS = """
            Map<Status, Long> counts = new EnumMap<>(Status.class); { counts.merge(Status.SUCCESS, 1L, Long::sum); }

            BitSet seen = new BitSet(); { seen.set(3); seen.nextClearBit(0); seen.or(new BitSet()); seen.cardinality(); }

            NavigableMap<Long, String> byIndex = new TreeMap<>(Comparator.reverseOrder());
                void cut(long i) { byIndex.headMap(i, true).clear(); byIndex.pollFirstEntry(); byIndex.floorKey(i);
                byIndex.descendingMap().tailMap(i).entrySet().removeIf(e -> e.getKey() < i); }

            record Due(Duration at, long index) {} PriorityQueue<Due> due = new PriorityQueue<>(Comparator.comparing(Due::at)
                .thenComparingLong(Due::index)); { due.offer(new Due(Duration.ZERO, 1)); due.peek(); due.poll(); }

            Deque<Long> d = new ArrayDeque<>(); { d.addFirst(1L); d.peekLast(); d.pollFirst(); d.push(2L); d.iterator().next(); }

            Map<Long, Status> recent = new LinkedHashMap<>(16, 0.75f, true) {
                @Override protected boolean removeEldestEntry(Map.Entry<Long, Status> e) { return size() > 100; } };

            List<String> views(List<String> l) { Collections.sort(l); Collections.reverse(l); Collections.addAll(l, "a", "b");
                Collections.swap(l, 0, 1); Collections.unmodifiableList(l); Collections.emptyMap(); Collections.frequency(l, "a");
                Collections.synchronizedMap(new HashMap<String, String>()); Collections.disjoint(l, l);
                Collections.binarySearch(l, "a"); Collections.shuffle(l, new Random(1)); return Collections.nCopies(3, "x"); }

            int h(Object o) { Objects.requireNonNull(o, "o"); Objects.requireNonNull(o, () -> "o");
                Objects.requireNonNullElse(o, ""); Objects.checkIndex(1, 2); Objects.toString(o, "-");
                return Objects.hash(o, 1) + Objects.hashCode(o) + (Objects.equals(o, 1) ? 1 : 0); }

            String join(List<String> l) { StringJoiner j = new StringJoiner(", ", "[", "]"); l.forEach(j::add);
                return j.setEmptyValue("-").toString() + String.join("|", l); }

            int[] arrays(int[] a) { Arrays.fill(a, 1); Arrays.sort(a); Arrays.asList(1, 2); Arrays.stream(a).sum();
                Arrays.equals(a, a); Arrays.toString(a); Arrays.deepToString(new int[][] {a}); return Arrays.copyOfRange(a, 0, 1); }

            void iterate(Map<String, String> m) { for (Iterator<Map.Entry<String, String>> i = m.entrySet().iterator();
                i.hasNext();) { if (i.next().getValue().isEmpty()) i.remove(); } m.replaceAll((k, v) -> v + k);
                m.computeIfPresent("a", (k, v) -> null); m.putIfAbsent("a", ""); m.getOrDefault("a", ""); m.keySet().retainAll(Set.of());
                m.values().removeIf(String::isEmpty); Map.Entry<String, String> e = Map.entry("a", "b"); e.getKey();
                m.entrySet().stream().sorted(Map.Entry.comparingByKey()).toList(); new AbstractMap.SimpleEntry<>("a", 1).setValue(2); }

            static class Ring<T> implements Iterable<T> { private final Object[] items = new Object[8]; private int size;
                public Iterator<T> iterator() { return new Iterator<>() { int at; public boolean hasNext() { return at < size; }
                @SuppressWarnings("unchecked") public T next() { if (!hasNext()) throw new NoSuchElementException();
                return (T) items[at++]; } }; } }

            static class Bounded<K, V> extends LinkedHashMap<K, V> { private static final long serialVersionUID = 1; }

            static class Log extends AbstractList<String> { public String get(int i) { return ""; } public int size() { return 0; } }

            Set<Status> s = EnumSet.noneOf(Status.class); { s.addAll(EnumSet.allOf(Status.class)); s.addAll(EnumSet.of(Status.TIMEOUT));
                EnumSet.complementOf(EnumSet.range(Status.SUCCESS, Status.TIMEOUT)); }

            LinkedList<String> l = new LinkedList<>(); Stack<String> k = new Stack<>(); Vector<String> v = new Vector<>();
                { l.removeFirstOccurrence(""); k.push(""); v.addElement(""); Hashtable<String, String> h = new Hashtable<>(); }

            ListIterator<String> back(List<String> l) { l.sort(null); l.subList(0, 0).clear(); return l.listIterator(l.size()); }

            Iterator<Integer> i = List.of(1).iterator(); Map<Object, String> id = new IdentityHashMap<>();

            static final Map<String, Integer> CODES; static { Map<String, Integer> m = new TreeMap<>(); m.put("a", 1);
                CODES = Map.copyOf(m); }
            """;

    private static final String HABITS = """
            private final AtomicLong next = new AtomicLong(); private final AtomicInteger n = new AtomicInteger();
                private final AtomicBoolean done = new AtomicBoolean(); private final AtomicReference<String> leader =
                new AtomicReference<>(); { next.incrementAndGet(); n.updateAndGet(x -> x + 1); done.compareAndSet(false, true);
                leader.getAndSet("a"); new LongAdder().increment(); }

            private final ConcurrentHashMap<Long, Promise<Status>> waiting = new ConcurrentHashMap<>();
                { waiting.computeIfAbsent(1L, k -> context().promise()); waiting.remove(1L); waiting.forEach((k, v) -> {});
                waiting.keySet().removeIf(k -> k < 3); waiting.values().forEach(p -> p.complete(Status.TIMEOUT)); }
                ServerContext context() { return context; }

            private final ConcurrentMap<Long, String> m = new ConcurrentSkipListMap<>(); private final Queue<String> q =
                new ConcurrentLinkedQueue<>(); private final List<String> l = new CopyOnWriteArrayList<>();
                { m.merge(1L, "a", String::concat); q.poll(); l.add(""); ConcurrentHashMap.newKeySet().add(""); }

            private volatile boolean leading; private transient int n; strictfp double d() { return 1.0; }

            private final Queue<String> blocking = new LinkedBlockingQueue<>(); { blocking.offer(""); blocking.poll(); new LinkedBlockingDeque<String>().offerFirst(""); new ArrayBlockingQueue<String>(3).drainTo(new ArrayList<>()); }

            void print() { System.out.println("x"); System.err.println("y"); System.out.printf("%d%n", 1); new Exception().printStackTrace(); }

            String where(Throwable t) { return t.getMessage() + t.getCause() + t.getClass().getSimpleName() + t.getLocalizedMessage(); }

            void sleepless() { try { context.sleep(Duration.ofMillis(3)); } catch (RuntimeException e) { throw e; } finally { n++; } } int n;

            CompletableFuture<String> f = new CompletableFuture<>(); void done() { f.complete("a"); f.thenApply(String::length)
                .thenAccept(n -> {}).exceptionally(e -> null); f.whenComplete((v, e) -> {}); f.isDone(); f.getNow(""); f.cancel(true);
                f.isCancelled(); }

            long id() { return TimeUnit.SECONDS.toMillis(1) + TimeUnit.MILLISECONDS.convert(Duration.ofSeconds(1)); }

            int same(Object o) { return getClass() == o.getClass() ? getClass().getName().length() : o.hashCode(); }

            boolean is(Class<?> c, Object o) { return c.isInstance(o) || KvServer.class.cast(o) != null || c == Object.class; }
            """;

    private static final String TEXT = """
            byte[] b(String s) { return s.getBytes(StandardCharsets.UTF_8); } String s(byte[] b) {
                return new String(b, StandardCharsets.UTF_8); } String c() { return StandardCharsets.UTF_8.name(); }

            String b64(byte[] b) { return Base64.getEncoder().withoutPadding().encodeToString(b) + new String(
                Base64.getUrlDecoder().decode("YQ"), StandardCharsets.US_ASCII); }

            String hex(byte[] b) { return HexFormat.of().formatHex(b) + Integer.toHexString(3) + Long.toUnsignedString(3, 16); }

            String f() { return String.format("%s-%d", "a", 1) + "%s".formatted("b") + String.format(Locale.ROOT, "%x", 3)
                + "A".toLowerCase(Locale.ENGLISH) + "a".toUpperCase(Locale.ROOT) + String.valueOf(new char[] {'a'}) + "a".repeat(3)
                + "a b".strip().lines().count() + "a".chars().sum() + "a".codePointAt(0) + "a,b".split(",", -1).length
                + "abc".regionMatches(true, 0, "AB", 0, 2) + "a".compareToIgnoreCase("b") + "x".indent(2) + "a".isBlank(); }

            String build() { StringBuilder b = new StringBuilder(); b.append(1).insert(0, 'c').setLength(1); b.deleteCharAt(0);
                return b.reverse().toString() + new StringBuffer("x").append(1) + b.indexOf("a") + Character.isDigit('1')
                + Character.getNumericValue('1') + Character.toChars(65)[0] + Character.toString(65) + (char) 66; }

            private static final Pattern OP = Pattern.compile("(?<kind>\\\\w+):(?<key>.*)", Pattern.DOTALL);
                String key(String s) { Matcher m = OP.matcher(s); return m.matches() ? m.group("key") : OP.split(s)[0]
                + s.replaceAll("a", "b") + s.matches("x") + Pattern.quote(s) + m.results().map(MatchResult::group).toList(); }

            int p(String s) { try { return Integer.parseInt(s) + Integer.parseUnsignedInt(s, 16) + Integer.compare(1, 2)
                + Integer.MAX_VALUE + Integer.bitCount(3) + Long.numberOfTrailingZeros(4) + Long.hashCode(3)
                + Short.parseShort(s) + Byte.toUnsignedInt((byte) 3) + Double.compare(1, 2) + Boolean.compare(true, false)
                + Integer.valueOf(3).intValue() + Long.valueOf(s).intValue() + Integer.signum(-3); }
                catch (NumberFormatException e) { return -1; } }

            long m() { return Math.max(1L, 2) + Math.floorMod(3, 2) + Math.addExact(1L, 2) + Math.toIntExact(3L) + Math.abs(-3)
                + Math.multiplyExact(1L, 2) + Math.round(1.5) + (long) Math.ceil(Math.log(3)) + Math.min(1, 2) + (long) Math.pow(2, 3); }

            BigInteger big() { return BigInteger.valueOf(3).pow(2).add(BigInteger.TWO).mod(new BigInteger("7"))
                .max(new BigDecimal("1.5").setScale(0, RoundingMode.HALF_UP).toBigInteger()); }

            String tokens(String s) { StringTokenizer t = new StringTokenizer(s, ":"); return t.nextToken() + t.countTokens(); }

            String block() { return \"""
                a
                  b\\
                \"""; }

            boolean ascii(String s) { return s.codePoints().allMatch(c -> c < 128) && Character.isLetterOrDigit(s.charAt(0)); }

            String n(String s) { return java.text.NumberFormat.getInstance(Locale.US).format(3); }

            int cmp(String a, String b) { return java.text.Normalizer.normalize(a, java.text.Normalizer.Form.NFC).compareTo(b); }

            byte[] bytes() throws java.io.IOException { java.io.ByteArrayOutputStream o = new java.io.ByteArrayOutputStream();
                java.io.DataOutputStream d = new java.io.DataOutputStream(o); d.writeLong(3); d.writeUTF("a"); return o.toByteArray(); }

            long read(byte[] b) throws java.io.IOException { return new java.io.DataInputStream(new java.io.ByteArrayInputStream(b)).readLong(); }

            long buf(byte[] b) { return java.nio.ByteBuffer.wrap(b).getLong(); }

            String lines(String s) throws java.io.IOException { return new java.io.BufferedReader(new java.io.StringReader(s)).readLine(); }

            RuntimeException io() { return new java.io.UncheckedIOException("x", new java.io.IOException("y")); }
            """;

    private static final String TIME = """
            Duration d() { Duration x = Duration.ofMillis(3).plus(Duration.ZERO).multipliedBy(2).dividedBy(3);
                return x.compareTo(Duration.ofSeconds(1)) > 0 || x.isNegative() ? x.minus(x) : x.abs().plusNanos(x.toNanos()); }

            Duration of() { return Duration.of(3, java.time.temporal.ChronoUnit.MILLIS).truncatedTo(
                java.time.temporal.ChronoUnit.MILLIS).plus(Duration.parse("PT1S")).plusMillis(Duration.ofDays(1).toMillisPart()); }

            Instant i(long ms) { return Instant.ofEpochMilli(ms).plus(Duration.ofSeconds(1)); } long b(Instant a, Instant b) {
                return Duration.between(a, b).toMillis() + java.time.temporal.ChronoUnit.SECONDS.between(a, b); }

            LocalDate d = LocalDate.of(2026, 1, 1).plusDays(3); LocalDateTime t = d.atStartOfDay(); Period p = Period.ofDays(1);

            int random() { return context.random().nextInt(150, 300) + context.random().nextInt(3) + (int) context.random().nextDouble(); }

            Random r = new Random(42); SplittableRandom s = new SplittableRandom(1); java.util.random.RandomGenerator g = r;
            """;

    private static final String STREAMS = """
            Object o(List<String> l) { return l.stream().filter(s -> !s.isEmpty()).map(String::length).distinct().sorted(
                Comparator.reverseOrder()).limit(3).skip(1).peek(x -> {}).reduce(0, Integer::sum); }

            Object c(List<String> l) { return l.stream().collect(Collectors.groupingBy(String::length, TreeMap::new,
                Collectors.mapping(s -> s, Collectors.toList()))).toString() + l.stream().collect(Collectors.partitioningBy(
                String::isEmpty, Collectors.counting())) + l.stream().collect(Collectors.toMap(s -> s, s -> 1, Integer::sum,
                LinkedHashMap::new)) + l.stream().collect(Collectors.joining(",", "[", "]")) + l.stream().collect(
                Collectors.collectingAndThen(Collectors.toList(), Collections::unmodifiableList)); }

            int n() { return IntStream.range(0, 3).map(i -> i * i).boxed().mapToInt(Integer::intValue).sum() + (int) LongStream
                .rangeClosed(1, 3).max().orElse(0) + Stream.iterate(1, x -> x * 2).takeWhile(x -> x < 10).toList().size()
                + (int) Stream.of(1, 2).mapToLong(x -> x).summaryStatistics().getMax() + Stream.concat(Stream.of(1), Stream.empty())
                .flatMap(Stream::of).mapMulti((Integer x, Consumer<Integer> c) -> c.accept(x)).toList().size()
                + Stream.generate(() -> 1).limit(2).toArray().length + IntStream.iterate(0, i -> i + 1).limit(3).toArray().length; }

            Optional<String> opt(Optional<String> o) { return o.filter(String::isEmpty).or(() -> Optional.of("a")).map(String::strip)
                .flatMap(Optional::of).stream().findFirst(); } String v(Optional<String> o) { o.ifPresentOrElse(x -> {}, () -> {});
                return o.orElseThrow() + o.orElseThrow(IllegalStateException::new) + o.orElse(null) + OptionalInt.of(3).getAsInt(); }

            Function<String, Integer> f = ((Function<String, String>) String::strip).andThen(String::length).compose(s -> s);
                BiFunction<Long, Long, Long> b = Math::max; Predicate<String> p = Predicate.not(String::isEmpty).and(s -> true).negate();
                IntBinaryOperator o = Integer::sum; ToLongFunction<String> t = String::length; BooleanSupplier z = () -> true;

            Callable<String> call = () -> "a"; String c() throws Exception { return call.call(); }
            """;

    private static final String LANGUAGE = """
            sealed interface Op extends Command permits Put, Get {} record Put(String k, String v) implements Op {
                Put { Objects.requireNonNull(k); } Put(String k) { this(k, ""); } static Put of(String k) { return new Put(k); } }
                record Get(String k) implements Op {} String on(Op op) { if (op instanceof Put p && !p.k().isEmpty()) return p.v();
                return op instanceof Get g ? g.k() : op.toString() + op.hashCode() + op.equals(op); }

            enum Kind { PUT { @Override String on(String a, String b) { return b; } }, APPEND { @Override String on(String a, String b) {
                return a + b; } }; abstract String on(String a, String b);
                static final Map<String, Kind> BY = Stream.of(values()).collect(Collectors.toUnmodifiableMap(Kind::name, k -> k)); }

            enum Kind { PUT, APPEND, GET; boolean writes() { return this != GET; } Kind next() { return values()[(ordinal() + 1) % 3]; }
                static Kind of(String s) { return valueOf(s.toUpperCase(Locale.ROOT)); } } int c(Kind k) { return k.compareTo(Kind.GET)
                + k.name().length() + switch (k) { case PUT, APPEND -> 1; case GET -> { int n = 2; yield n; } }; }

            abstract static class Base<T extends Comparable<T>> { protected T t; abstract void go(); final void run() { go(); } }
                static class Sub extends Base<String> { @Override void go() { super.toString(); } { new Sub().run(); } Sub() { super(); } }

            interface Visitor<R> { R put(String k); default R get(String k) { return put(k); } static <T> Visitor<T> of(T t) {
                return k -> t; } private int secret() { return 1; } } int v = Visitor.of(3).get("");

            static class Lost extends Exception { private static final long serialVersionUID = 1L; final long index;
                Lost(long index) { super("lost " + index); this.index = index; } @Override public String getMessage() { return ""; } }

            static class Lost extends RuntimeException { Lost(Throwable cause) { super("lost", cause, false, false); } }
                void t() { try { throw new Lost(null); } catch (Lost | IllegalStateException e) { e.addSuppressed(e); } }

            int labelled() { outer: for (int i = 0; ; i++) { for (var j = 0; j < 3; j++) { if (i * j > 3) break outer; else continue outer; } }
                do { assert true : "x"; } while (false); return 0x1F >>> 2 ^ 3 | ~5 & 1_000; }

            @SafeVarargs final <T> List<T> all(T... ts) { return new ArrayList<>(Arrays.asList(ts)); } List<String> l = all("a", "b");

            class Inner { class Deeper { int n = KvServer.this.hashCode(); } } Object o = new Inner().new Deeper();

            Runnable local() { int n = 3; class Here implements Runnable { public void run() { context.log("%d", n); } } return new Here(); }

            record Pair<A, B>(A a, B b) implements Comparable<Pair<A, B>> { public int compareTo(Pair<A, B> o) { return 0; } }

            static final class Version implements Comparable<Version>, Cloneable { final long v; Version(long v) { this.v = v; }
                @Override public int compareTo(Version o) { return Long.compare(v, o.v); } @Override public boolean equals(Object o) {
                return o instanceof Version other && other.v == v; } @Override public int hashCode() { return Long.hashCode(v); }
                @Override protected Version clone() throws CloneNotSupportedException { return (Version) super.clone(); } }

            void close() throws Exception { try (AutoCloseable c = () -> {}; var d = (AutoCloseable) () -> {}) { n++; } } int n;

            @Deprecated @Override public String toString() { return super.toString() + this; } @FunctionalInterface interface F { void f(); }

            private static final int[] POWERS; static { POWERS = new int[0]; } static final char C = 'c'; static final double D = 1e3;

            int[][] grid = {{1}, {2, 3}}; long[] copy = new long[] {1}.clone(); int len = grid[1].length; void c() {
                System.arraycopy(grid, 0, grid, 1, 1); }
            """;

    /** What is refused, each line with what to use instead. */
    private static final String NOT_TO_BE_HAD = """
            new java.util.Scanner("1").nextInt(); | Use String.split or a Pattern.
            new java.util.WeakHashMap<>().size(); | Use a HashMap, and remove what is no longer needed.
            new java.util.concurrent.locks.ReentrantLock().lock(); | Remove it: between two suspensions nothing else
            synchronized (this) { } | Remove it: between two suspensions nothing else runs here.
            new LinkedBlockingQueue<String>().take(); | Use an ArrayDeque, and a Promise to wait for what is not there yet.
            new SynchronousQueue<String>().size(); | Use an ArrayDeque, and a Promise to wait for what is not there yet.
            new CountDownLatch(1).countDown(); | Use context.spawn(Runnable) for a task, and a Promise
            StreamSupport.stream(List.of("a").spliterator(), false); | Use a loop, or the collection's stream().
            java.security.MessageDigest.getInstance("MD5"); | Compare the values themselves, or use hashCode
            java.text.MessageFormat.format("{0}", 1); | Use String.format.
            java.util.logging.Logger.getLogger("kv"); | Use context.log(String, Object...)
            new java.io.ObjectOutputStream(null); | Keep what is to be sent in a record
            new java.io.PrintWriter("file"); | Use a StringBuilder for a text
            java.nio.ByteBuffer.allocateDirect(1); | Use ByteBuffer.allocate.
            new java.util.Timer(); | Use context.spawn(Runnable) with context.sleep(Duration) in it.
            ThreadLocal.withInitial(() -> ""); | Use a field of the server
            new java.util.concurrent.ThreadPoolExecutor(1, 1, 1, null, null); | Use context.spawn(Runnable)
            """;

    static Stream<String> notToBeHad() {
        return NOT_TO_BE_HAD.lines();
    }

    static Stream<String> plain() {
        return Stream.of(COLLECTIONS, HABITS, TEXT, TIME, STREAMS, LANGUAGE)
                .flatMap(group -> Arrays.stream(group.split("\n\n")));
    }

    @ParameterizedTest
    @MethodSource("plain")
    void isNotRefused(String members) {
        Map<String, byte[]> classes = StudentSource.classes(SERVER + members + "}");
        assertEquals(
                List.of(),
                StudentSource.messages(new Rules(AllowList.standard()).findings(classes, Set.of(Part.SERVER))));
        new LoadedSubmission(new SubmissionClassLoader(classes), Set.of(Part.SERVER), WORLD);
    }

    @ParameterizedTest
    @MethodSource("notToBeHad")
    void whatIsRefusedSaysWhatToUse(String line) {
        String[] codeAndAdvice = line.split(" \\| ");
        Map<String, byte[]> classes =
                StudentSource.classes(SERVER + "void call() throws Exception { " + codeAndAdvice[0] + " } }");
        List<String> messages =
                StudentSource.messages(new Rules(AllowList.standard()).findings(classes, Set.of(Part.SERVER)));
        assertTrue(
                messages.stream().anyMatch(message -> message.contains(codeAndAdvice[1])),
                () -> line + ": " + messages);
    }
}
