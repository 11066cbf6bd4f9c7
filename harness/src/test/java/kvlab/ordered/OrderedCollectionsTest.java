package kvlab.ordered;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** They differ from the library's in their iteration order only. */
class OrderedCollectionsTest {

    private static final List<String> WORDS = List.of("k", "j", "a", "b", "d", "c", "z", "x", "y", "q", "p");

    static Stream<Method> factories() {
        return Stream.of(Set.class, Map.class, Collectors.class)
                .flatMap(type -> Stream.of(type.getMethods()))
                .filter(method -> Modifier.isStatic(method.getModifiers()))
                .filter(method -> method.getName().matches("of|ofEntries|copyOf|toUnmodifiable(Set|Map)"))
                .filter(method -> !method.getName().equals("of")
                        || method.isVarArgs()
                        || method.getParameterCount() > (method.getDeclaringClass() == Set.class ? 1 : 2));
    }

    @ParameterizedTest
    @MethodSource("factories")
    void eachFactoryHasACounterpart(Method factory) throws NoSuchMethodException {
        Method ordered = counterpart(factory);
        assertEquals(factory.getReturnType(), ordered.getReturnType());
    }

    static Stream<Method> fixedFactories() {
        return factories().filter(method -> method.getName().equals("of") && !method.isVarArgs());
    }

    @ParameterizedTest
    @MethodSource("fixedFactories")
    void keepsTheOrderOfItsArguments(Method factory) throws ReflectiveOperationException {
        List<String> words = WORDS.subList(0, Math.min(WORDS.size(), factory.getParameterCount()));
        List<Object> arguments = new ArrayList<>(words);
        if (factory.getReturnType() == Map.class) {
            words = WORDS.subList(0, factory.getParameterCount() / 2);
            arguments.clear();
            words.forEach(word -> arguments.addAll(List.of(word, word + "'")));
        }
        Object made = counterpart(factory).invoke(null, arguments.toArray());
        assertEquals(factory.invoke(null, arguments.toArray()), made);
        assertEquals(words, List.copyOf(made instanceof Map<?, ?> map ? map.keySet() : (Collection<?>) made));

        Object[] twice = arguments.toArray();
        twice[twice.length - (made instanceof Map ? 2 : 1)] = twice[0];
        assertSameFailure(
                () -> factory.invoke(null, twice), () -> counterpart(factory).invoke(null, twice));
        Object[] missing = arguments.toArray();
        missing[missing.length - 1] = null;
        assertSameFailure(
                () -> factory.invoke(null, missing), () -> counterpart(factory).invoke(null, missing));
    }

    private static Method counterpart(Method factory) throws NoSuchMethodException {
        Class<?> ordered = Map.of(
                        Set.class,
                        OrderedSet.class,
                        Map.class,
                        OrderedMap.class,
                        Collectors.class,
                        OrderedCollectors.class)
                .get(factory.getDeclaringClass());
        return ordered.getMethod(factory.getName(), factory.getParameterTypes());
    }

    @Test
    void copiesKeepTheOrderOfWhatTheyCopy() {
        List<String> repeated = Stream.concat(WORDS.stream(), WORDS.stream()).toList();
        Map<String, Integer> map = new LinkedHashMap<>();
        WORDS.forEach(word -> map.put(word, word.length()));
        assertEquals(WORDS, List.copyOf(OrderedSet.copyOf(repeated)));
        assertEquals(WORDS, List.copyOf(OrderedSet.of(WORDS.toArray())));
        assertEquals(WORDS, List.copyOf(OrderedMap.copyOf(map).keySet()));
        assertEquals(map.toString(), OrderedMap.ofEntries(entries(map)).toString());
        Set<String> set = OrderedSet.copyOf(WORDS);
        assertSame(set, OrderedSet.copyOf(set));
        assertSame(OrderedMap.of(1, 2, 3, 4).getClass(), OrderedMap.copyOf(map).getClass());
    }

    @SuppressWarnings("unchecked")
    private static <K, V> Map.Entry<K, V>[] entries(Map<K, V> map) {
        return map.entrySet().toArray(Map.Entry[]::new);
    }

    @Test
    void collectorsKeepTheOrderOfTheStream() {
        Function<String, Integer> length = String::length;
        assertEquals(WORDS, List.copyOf(collected(OrderedCollectors.toUnmodifiableSet())));
        assertEquals(
                WORDS,
                List.copyOf(collected(OrderedCollectors.toUnmodifiableMap(Function.identity(), length))
                        .keySet()));
        assertEquals(
                Map.of(1, WORDS.size()), collected(OrderedCollectors.toUnmodifiableMap(length, length, Integer::sum)));
        assertSameFailure(
                () -> collected(Collectors.toUnmodifiableMap(length, Function.identity())),
                () -> collected(OrderedCollectors.toUnmodifiableMap(length, Function.identity())));
        assertSameFailure(
                () -> collected(Collectors.toUnmodifiableMap(length, word -> null)),
                () -> collected(OrderedCollectors.toUnmodifiableMap(length, word -> null)));
        assertSameFailure(
                () -> Stream.of("a", null).collect(Collectors.toUnmodifiableSet()),
                () -> Stream.of("a", null).collect(OrderedCollectors.toUnmodifiableSet()));
    }

    private static <A, R> R collected(Collector<? super String, A, R> collector) {
        return WORDS.stream().collect(collector);
    }

    static Stream<Function<Set<Integer>, Object>> usesOfASet() {
        return Stream.of(
                set -> set.contains(2),
                set -> set.contains(null),
                set -> set.containsAll(List.of(1, 3)),
                set -> set.containsAll(Arrays.asList(1, null)),
                set -> set.add(1),
                set -> set.addAll(List.of()),
                set -> set.remove(9),
                set -> set.removeAll(List.of()),
                set -> set.removeIf(element -> false),
                set -> set.retainAll(set),
                set -> run(set::clear),
                set -> run(set.iterator()::remove),
                set -> set.size() + set.hashCode(),
                set -> set.isEmpty(),
                set -> set.equals(new java.util.TreeSet<>(List.of(3, 2, 1))),
                set -> set.equals(Set.of(1, 2, 4)),
                set -> Set.of(1, 2, 3).equals(set),
                set -> set.stream().sorted().toList());
    }

    @ParameterizedTest
    @MethodSource("usesOfASet")
    void aSetKeepsTheContract(Function<Set<Integer>, Object> use) {
        assertSameOutcome(() -> use.apply(Set.of(1, 2, 3)), () -> use.apply(OrderedSet.of(1, 2, 3)));
    }

    static Stream<Function<Map<Integer, String>, Object>> usesOfAMap() {
        return Stream.of(
                map -> map.get(1),
                map -> map.get(9),
                map -> map.get(null),
                map -> map.getOrDefault(9, "?"),
                map -> map.getOrDefault(null, "?"),
                map -> map.containsKey(null),
                map -> map.containsValue(null),
                map -> map.containsValue("b"),
                map -> map.put(1, "a"),
                map -> map.putIfAbsent(1, "a"),
                map -> run(() -> map.putAll(Map.of())),
                map -> map.compute(1, (key, value) -> value),
                map -> map.computeIfAbsent(1, key -> "a"),
                map -> map.computeIfPresent(9, (key, value) -> value),
                map -> map.merge(9, "z", String::concat),
                map -> map.remove(9),
                map -> map.remove(9, "z"),
                map -> map.replace(9, "z"),
                map -> map.replace(9, "z", "y"),
                map -> run(() -> map.replaceAll((key, value) -> value)),
                map -> run(map::clear),
                map -> map.keySet().remove(1),
                map -> map.values().remove("a"),
                map -> run(map.entrySet()::clear),
                map -> map.entrySet().iterator().next().setValue("z"),
                map -> map.entrySet().contains(null),
                map -> map.size() + map.hashCode(),
                map -> map.equals(new TreeMap<>(Map.of(1, "a", 2, "b", 3, "c"))),
                map -> Map.of(1, "a", 2, "b", 3, "c").equals(map),
                map -> new TreeMap<>(map));
    }

    @ParameterizedTest
    @MethodSource("usesOfAMap")
    void aMapKeepsTheContract(Function<Map<Integer, String>, Object> use) {
        assertSameOutcome(
                () -> use.apply(Map.of(1, "a", 2, "b", 3, "c")),
                () -> use.apply(OrderedMap.of(1, "a", 2, "b", 3, "c")));
    }

    private static Object run(Runnable action) {
        action.run();
        return "";
    }

    private static void assertSameFailure(Callable<?> library, Callable<?> ordered) {
        assertThrows(Exception.class, library::call);
        assertSameOutcome(library, ordered);
    }

    private static void assertSameOutcome(Callable<?> library, Callable<?> ordered) {
        assertEquals(outcome(library), outcome(ordered));
    }

    /** A result, or the exception; its text says something only if it is about an argument. */
    private static Object outcome(Callable<?> action) {
        try {
            return action.call();
        } catch (Exception thrown) {
            Throwable cause = thrown instanceof InvocationTargetException ? thrown.getCause() : thrown;
            return cause instanceof IllegalArgumentException || cause instanceof IllegalStateException
                    ? cause.toString()
                    : cause.getClass();
        }
    }
}
