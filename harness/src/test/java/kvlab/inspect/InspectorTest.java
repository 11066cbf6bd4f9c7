package kvlab.inspect;

import static kvlab.inspect.Value.Parts.UNKNOWN;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.math.BigInteger;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Stack;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kvlab.api.GetResult;
import kvlab.api.RequestId;
import kvlab.api.Status;
import kvlab.inspect.Value.Parts;
import kvlab.ordered.OrderedMap;
import kvlab.ordered.OrderedSet;
import lab.Fields;
import lab.Untouchable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Reading says what an object holds, whatever it is, in bounded work, and calls nothing of it. */
class InspectorTest {
    private static final int MANY = 100_000;

    private final Inspector inspector = new Inspector(promise -> Optional.empty());
    private final Untouchable.State state = new Untouchable.State();

    private String content(Object object) {
        String text = inspector.read(new Fields.Holder(object)).text();
        return text.substring("Holder[content=".length(), text.length() - 1);
    }

    private static Stream<Arguments> shown() {
        return Stream.of(
                arguments(null, "null"),
                arguments(7, "7"),
                arguments(-1.5, "-1.5"),
                arguments('\n', "'\\n'"),
                arguments("a \"b\"", "\"a \\\"b\\\"\""),
                arguments(Duration.ofSeconds(3), "PT3S"),
                arguments(Status.NOT_LEADER, "NOT_LEADER"),
                arguments(new RequestId(5, 8), "RequestId[client=5, sequence=8]"),
                arguments(GetResult.success("x"), "GetResult[status=SUCCESS, value=\"x\"]"),
                arguments(new int[] {1, 2}, "[1, 2]"),
                arguments(new Object[] {"a", null}, "[\"a\", null]"),
                arguments(Arrays.asList(1, 2), "[1, 2]"),
                arguments(List.of(1, 2, 3).subList(1, 3), "[2, 3]"),
                arguments(new ArrayList<>(List.of(1, 2, 3)).subList(1, 3), "[2, 3]"),
                arguments(new LinkedList<>(List.of(1, 2)), "[1, 2]"),
                arguments(new ArrayDeque<>(List.of(2, 1)), "[2, 1]"),
                arguments(new CopyOnWriteArrayList<>(List.of(1)), "[1]"),
                arguments(new ConcurrentLinkedQueue<>(List.of(1)), "[1]"),
                arguments(new PriorityQueue<>(List.of(10, 9, 3)), "{3, 9, 10}"),
                arguments(new HashSet<>(List.of("b", "a")), "{a, b}"),
                arguments(Collections.singletonMap("a b", "c"), "{\"a b\"=\"c\"}"),
                arguments(new HashMap<>(Map.of(10, 1, 9, 2, "k", 3, "9", 4)), "{9=2, 10=1, \"9\"=4, k=3}"),
                arguments(new LinkedHashMap<>(Map.of("k", "v")), "{k=\"v\"}"),
                arguments(new TreeMap<>(Map.of("k", "v")), "{k=\"v\"}"),
                arguments(new ConcurrentHashMap<>(Map.of("k", "v")), "{k=\"v\"}"),
                arguments(new ConcurrentSkipListMap<>(Map.of("k", "v")), "{k=\"v\"}"),
                arguments(new java.util.Hashtable<>(Map.of("k", "v")), "{k=\"v\"}"),
                arguments(OrderedMap.of("b", 1, "a", 2), "{a=2, b=1}"),
                arguments(OrderedSet.of("b", "a"), "{a, b}"),
                arguments(Optional.empty(), "Optional.empty"),
                arguments(Optional.of(3), "Optional[value=3]"),
                arguments(new AtomicLong(4), "4"),
                arguments(new AtomicReference<>("x"), "\"x\""),
                arguments(new CompletableFuture<>(), "CompletableFuture"),
                arguments(CompletableFuture.completedFuture(1), "CompletableFuture[value=1]"),
                arguments(CompletableFuture.failedFuture(new Error()), "CompletableFuture (failed)"),
                arguments(Map.entry("a", 1), "Entry[key=\"a\", value=1]"),
                arguments(new StringBuilder("x"), "\"x\""),
                arguments(new Fields.Server().function, "a function"),
                arguments(new ReentrantLock(), "a ReentrantLock"),
                arguments(new IllegalStateException("x"), "an IllegalStateException"));
    }

    @ParameterizedTest
    @MethodSource
    void shown(Object object, String text) {
        assertEquals(text, content(object));
    }

    @Test
    void fieldsOfSuperclassesAndOwnObjectsAreReadButNotStaticOrEnclosingOnes() {
        assertEquals(
                "Server[term=0, context=null, role=FOLLOWER, store=Store[data={}], waitingAt={}, applied={}, queue=[],"
                        + " function=a function]",
                inspector.read(new Fields.Server()).text());
        assertEquals(
                "Hiding[Fields.term=0, term=\"own\"]",
                inspector.read(new Fields.Hiding()).text());
        assertEquals("Inner[count=3]", inspector.read(new Fields().inner()).text());
    }

    /** Those that hide what they wrap, or are a submission's own, are read where the JVM allows it. */
    private static Stream<Arguments> wrapped() {
        Stack<Integer> stack = new Stack<>();
        stack.push(1);
        Map<String, Integer> cache = Untouchable.cache();
        cache.put("k", 1);
        return Stream.of(
                arguments(Collections.unmodifiableList(new ArrayList<>(List.of(1))), "[1]"),
                arguments(Collections.unmodifiableMap(new HashMap<>(Map.of("k", 1))), "{k=1}"),
                arguments(Collections.synchronizedMap(new TreeMap<>(Map.of("k", 1))), "{k=1}"),
                arguments(Collections.synchronizedSet(new HashSet<>(List.of(1))), "{1}"),
                arguments(new TreeSet<>(List.of(2, 1)), "{1, 2}"),
                arguments(stack, "[1]"),
                arguments(cache, "{k=1}"));
    }

    @ParameterizedTest
    @MethodSource
    void wrapped(Object object, String text) {
        boolean isOpen = Internals.lookup(HashMap.class).isPresent();
        assertEquals(
                isOpen ? text : Origin.described(object.getClass()),
                content(object).replaceAll("\\[]$", ""));
    }

    /** Each holds untouchable objects, or is one. */
    private static Stream<Arguments> hostile() {
        return Stream.<Function<Untouchable.State, Object>>of(
                        state -> new Untouchable(state, 1),
                        state -> fill(new HashMap<>(), state),
                        state -> fill(new TreeMap<>(), state),
                        state -> fill(new ConcurrentHashMap<>(), state),
                        state -> fill(new ConcurrentSkipListMap<>(Untouchable.comparator(state)), state),
                        state -> fill(new IdentityHashMap<>(), state),
                        state -> fill(new Untouchable.OwnMap<>(state), state),
                        state -> fill(new TreeMap<>(), state).descendingMap(),
                        state -> fill(new TreeMap<>(), state).headMap(new Untouchable(state, 2)),
                        state -> new TreeSet<>(untouchables(state)).headSet(new Untouchable(state, 2)),
                        state -> new TreeSet<>(untouchables(state)),
                        state -> new java.util.concurrent.ConcurrentSkipListSet<>(untouchables(state))
                                .headSet(new Untouchable(state, 2)),
                        state -> new PriorityQueue<>(untouchables(state)),
                        state -> new HashSet<>(untouchables(state)),
                        state -> new Untouchable.OwnList<>(state, untouchables(state)),
                        state -> new Untouchable.OwnList<>(state, untouchables(state)).subList(0, 2),
                        state -> Collections.unmodifiableMap(fill(new Untouchable.OwnMap<>(state), state)),
                        state -> Collections.synchronizedList(new Untouchable.OwnList<>(state, untouchables(state))),
                        state -> fill(new Untouchable.OwnConcurrentMap<>(state), state)
                                .keySet(),
                        state -> new Untouchable.OwnCollection(state),
                        state -> new Untouchable.OwnCollection(state).subList(0, 1),
                        state -> Optional.of(new Untouchable(state, 1)),
                        state -> CompletableFuture.failedFuture(new Untouchable.OwnException(state)),
                        state -> new Untouchable.OwnException(state),
                        state -> Map.of("k", untouchables(state)),
                        state -> new Fields.Holder[] {new Fields.Holder(new Untouchable(state, 1))})
                .map(Arguments::of);
    }

    private static List<Untouchable> untouchables(Untouchable.State state) {
        return List.of(new Untouchable(state, 1), new Untouchable(state, 2), new Untouchable(state, 3));
    }

    private static <M extends Map<Untouchable, Object>> M fill(M map, Untouchable.State state) {
        untouchables(state).forEach(each -> map.put(each, each));
        return map;
    }

    @ParameterizedTest
    @MethodSource
    void hostile(Function<Untouchable.State, Object> made) {
        Object object = made.apply(state);
        state.armed = true;
        inspector.read(new Fields.Holder(object));
        inspector.read(new Fields.Holder(object));
        assertEquals(0, state.calls);
    }

    @Test
    void cyclesAreMarkedWithTheNameOfTheObject() {
        List<Object> list = new ArrayList<>();
        list.add(list);
        assertEquals("[↑ content]", content(list));
        Map<Object, Object> map = new HashMap<>();
        map.put("self", map);
        assertEquals("{self=↑ content}", content(map));
        Fields.Holder holder = new Fields.Holder(null);
        holder.content = new Object[] {holder};
        assertEquals("Holder[content=[↑ Holder]]", inspector.read(holder).text());
    }

    @Test
    void deepNestingIsCut() {
        Fields.Node first = null;
        for (int i = 0; i < MANY; i++) {
            Fields.Node node = new Fields.Node();
            node.next = first;
            first = node;
        }
        String text = content(first);
        assertTrue(text.contains("next=a Node ..."), text);
        assertTrue(inspector.work() < 100, () -> inspector.work() + " objects were looked at");
    }

    private static Stream<Arguments> huge() {
        return Stream.of(
                large("map", MANY, () -> numbers(new HashMap<>())),
                large("tree", MANY, () -> numbers(new TreeMap<>())),
                large(
                        "set",
                        MANY,
                        () -> numbers(new HashMap<>()).keySet().stream().collect(Collectors.toSet())),
                large(
                        "list",
                        MANY,
                        () -> new ArrayList<>(numbers(new TreeMap<>()).keySet())),
                large(
                        "linked list",
                        MANY,
                        () -> new LinkedList<>(numbers(new TreeMap<>()).keySet())),
                large(
                        "deque",
                        MANY,
                        () -> new ArrayDeque<>(numbers(new TreeMap<>()).keySet())),
                large(
                        "queue",
                        UNKNOWN,
                        () -> new ConcurrentLinkedQueue<>(
                                numbers(new TreeMap<>()).keySet())),
                large("array", MANY, () -> new int[MANY]),
                large("copies", Integer.MAX_VALUE, () -> Collections.nCopies(Integer.MAX_VALUE, "x")),
                large("arrays", 256, () -> new Object[256][256][4]),
                large(
                        "maps",
                        500,
                        () -> IntStream.range(0, 500)
                                .mapToObj(i -> numbers(new HashMap<>(), 500))
                                .toList()));
    }

    private static Arguments large(String name, long size, Supplier<Object> object) {
        return arguments(name, size, object);
    }

    private static Map<Integer, Integer> numbers(Map<Integer, Integer> map) {
        return numbers(map, MANY);
    }

    private static Map<Integer, Integer> numbers(Map<Integer, Integer> map, int count) {
        IntStream.range(0, count).forEach(i -> map.put(i, i));
        return map;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void huge(String name, long size, Supplier<Object> object) {
        Fields.Holder holder = new Fields.Holder(object.get());
        Parts content = (Parts) content(inspector.read(holder));
        assertEquals(size, content.size());
        assertTrue(content.parts().size() <= 256);
        assertTrue(inspector.work() <= Reading.MAX_VALUES + 300, () -> inspector.work() + " objects were looked at");
        assertTrue(content.text().length() <= 160, content.text());
        assertEquals(Difference.NONE, Difference.between(content, content(inspector.read(holder))));
    }

    private static Value content(Value holder) {
        return ((Parts) holder).parts().get(0).value();
    }

    @Test
    void hugeTextsAndNumbersAreShortened() {
        assertTrue(content("x".repeat(MANY)).endsWith("(100000 characters)"));
        assertTrue(content(new StringBuilder("x".repeat(MANY))).endsWith("(100000 characters)"));
        assertEquals("a BigInteger of 100001 bits", content(BigInteger.ONE.shiftLeft(MANY)));
    }

    /** They are iterated in another order in each process. */
    @Test
    void ofManyElementsByIdentityOnlyTheNumberIsSaid() {
        Map<Object, Object> map = new HashMap<>();
        IntStream.range(0, 1_000).forEach(i -> map.put(new Object(), i));
        assertEquals("{... 1,000 more}", content(map));
    }

    @Test
    void ofALongListTheLastElementsAreRead() {
        List<Integer> list = new ArrayList<>(IntStream.range(0, MANY).boxed().toList());
        Watch watch = new Watch(inspector);
        Fields.Holder holder = new Fields.Holder(list);
        watch.read(holder);
        list.add(7);
        assertEquals(
                "content {100000: → 7, (size): 100,000 → 100,001}",
                watch.read(holder).toString());
    }

    /** What an unmodifiable set contains, or keys without a hash code of their own, have another order in each process. */
    @Test
    void theTextDoesNotDependOnHashCodes() {
        Map<Object, Object> byIdentity = new HashMap<>();
        IntStream.range(0, 50).forEach(i -> byIdentity.put(new Fields.Holder(i), i));
        Map<Object, Object> inOrder = new LinkedHashMap<>();
        IntStream.range(0, 50).forEach(i -> inOrder.put(new Fields.Holder(i), i));
        assertEquals(inspector.read(new Fields.Holder(inOrder)), inspector.read(new Fields.Holder(byIdentity)));
    }

    @Test
    void differentKeysOfTheSameTextStayApart() {
        Map<Object, Object> map = new LinkedHashMap<>();
        map.put(1, "b");
        map.put(1L, "a");
        assertEquals("{1=\"a\", 1 (2)=\"b\"}", content(map));
    }

    @Test
    void aFieldOfARecordThatChangesIsReadAgain() {
        List<Integer> content = new ArrayList<>();
        Fields.Holder holder = new Fields.Holder(new Fields.Ids(content));
        inspector.read(holder);
        content.add(1);
        assertTrue(inspector.read(holder).text().contains("[1]"));
    }
}
