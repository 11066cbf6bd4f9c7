package kvlab.ordered;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.stream.Collector;
import java.util.stream.Collectors;

/** The collectors of {@link Collectors} that make unmodifiable sets and maps, in the stream's order. */
public final class OrderedCollectors {

    private OrderedCollectors() {}

    /** As {@code Collectors.toUnmodifiableSet}. */
    public static <T> Collector<T, ?, Set<T>> toUnmodifiableSet() {
        return Collectors.collectingAndThen(Collectors.toCollection(LinkedHashSet::new), OrderedSet::copyOf);
    }

    /** As {@code Collectors.toUnmodifiableMap}. */
    public static <T, K, U> Collector<T, ?, Map<K, U>> toUnmodifiableMap(
            Function<? super T, ? extends K> keys, Function<? super T, ? extends U> values) {
        Objects.requireNonNull(keys, "keyMapper");
        Objects.requireNonNull(values, "valueMapper");
        return Collector.<T, Map<K, U>, Map<K, U>>of(
                LinkedHashMap::new,
                (map, element) -> putOnce(map, keys.apply(element), values.apply(element)),
                (map, other) -> {
                    other.forEach((key, value) -> putOnce(map, key, value));
                    return map;
                },
                OrderedMap::copyOf);
    }

    /** As {@code Collectors.toUnmodifiableMap}. */
    public static <T, K, U> Collector<T, ?, Map<K, U>> toUnmodifiableMap(
            Function<? super T, ? extends K> keys, Function<? super T, ? extends U> values, BinaryOperator<U> merge) {
        Objects.requireNonNull(keys, "keyMapper");
        Objects.requireNonNull(values, "valueMapper");
        Objects.requireNonNull(merge, "mergeFunction");
        return Collectors.collectingAndThen(
                Collectors.toMap(keys, values, merge, LinkedHashMap::new), OrderedMap::copyOf);
    }

    private static <K, U> void putOnce(Map<K, U> map, K key, U value) {
        U before = map.putIfAbsent(Objects.requireNonNull(key), Objects.requireNonNull(value));
        if (before != null) {
            throw new IllegalStateException(
                    "Duplicate key " + key + " (attempted merging values " + before + " and " + value + ")");
        }
    }
}
