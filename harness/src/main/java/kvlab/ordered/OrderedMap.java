package kvlab.ordered;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A map as {@link Map#of} makes it, but for its iteration order, which is that of the entries given.
 *
 * @param <K> the type of the keys
 * @param <V> the type of the values
 */
public final class OrderedMap<K, V> extends AbstractMap<K, V> {

    /** Keeps the contract: refuses changes, {@code null} and duplicate keys. */
    private final Map<K, V> map;

    private final List<Entry<K, V>> order;

    private OrderedMap(Stream<? extends Entry<? extends K, ? extends V>> entries) {
        this.order = entries.map(entry -> Map.<K, V>entry(entry.getKey(), entry.getValue()))
                .toList();
        this.map = unordered(order);
    }

    /** As {@code Map.of}. */
    public static <K, V> Map<K, V> of(K k1, V v1, K k2, V v2) {
        return ofEntries(Map.entry(k1, v1), Map.entry(k2, v2));
    }

    /** As {@code Map.of}. */
    public static <K, V> Map<K, V> of(K k1, V v1, K k2, V v2, K k3, V v3) {
        return ofEntries(Map.entry(k1, v1), Map.entry(k2, v2), Map.entry(k3, v3));
    }

    /** As {@code Map.of}. */
    public static <K, V> Map<K, V> of(K k1, V v1, K k2, V v2, K k3, V v3, K k4, V v4) {
        return ofEntries(Map.entry(k1, v1), Map.entry(k2, v2), Map.entry(k3, v3), Map.entry(k4, v4));
    }

    /** As {@code Map.of}. */
    public static <K, V> Map<K, V> of(K k1, V v1, K k2, V v2, K k3, V v3, K k4, V v4, K k5, V v5) {
        return ofEntries(Map.entry(k1, v1), Map.entry(k2, v2), Map.entry(k3, v3), Map.entry(k4, v4), Map.entry(k5, v5));
    }

    /** As {@code Map.of}. */
    public static <K, V> Map<K, V> of(K k1, V v1, K k2, V v2, K k3, V v3, K k4, V v4, K k5, V v5, K k6, V v6) {
        return ofEntries(
                Map.entry(k1, v1),
                Map.entry(k2, v2),
                Map.entry(k3, v3),
                Map.entry(k4, v4),
                Map.entry(k5, v5),
                Map.entry(k6, v6));
    }

    /** As {@code Map.of}. */
    public static <K, V> Map<K, V> of(
            K k1, V v1, K k2, V v2, K k3, V v3, K k4, V v4, K k5, V v5, K k6, V v6, K k7, V v7) {
        return ofEntries(
                Map.entry(k1, v1),
                Map.entry(k2, v2),
                Map.entry(k3, v3),
                Map.entry(k4, v4),
                Map.entry(k5, v5),
                Map.entry(k6, v6),
                Map.entry(k7, v7));
    }

    /** As {@code Map.of}. */
    public static <K, V> Map<K, V> of(
            K k1, V v1, K k2, V v2, K k3, V v3, K k4, V v4, K k5, V v5, K k6, V v6, K k7, V v7, K k8, V v8) {
        return ofEntries(
                Map.entry(k1, v1),
                Map.entry(k2, v2),
                Map.entry(k3, v3),
                Map.entry(k4, v4),
                Map.entry(k5, v5),
                Map.entry(k6, v6),
                Map.entry(k7, v7),
                Map.entry(k8, v8));
    }

    /** As {@code Map.of}. */
    public static <K, V> Map<K, V> of(
            K k1,
            V v1,
            K k2,
            V v2,
            K k3,
            V v3,
            K k4,
            V v4,
            K k5,
            V v5,
            K k6,
            V v6,
            K k7,
            V v7,
            K k8,
            V v8,
            K k9,
            V v9) {
        return ofEntries(
                Map.entry(k1, v1),
                Map.entry(k2, v2),
                Map.entry(k3, v3),
                Map.entry(k4, v4),
                Map.entry(k5, v5),
                Map.entry(k6, v6),
                Map.entry(k7, v7),
                Map.entry(k8, v8),
                Map.entry(k9, v9));
    }

    /** As {@code Map.of}. */
    public static <K, V> Map<K, V> of(
            K k1,
            V v1,
            K k2,
            V v2,
            K k3,
            V v3,
            K k4,
            V v4,
            K k5,
            V v5,
            K k6,
            V v6,
            K k7,
            V v7,
            K k8,
            V v8,
            K k9,
            V v9,
            K k10,
            V v10) {
        return ofEntries(
                Map.entry(k1, v1),
                Map.entry(k2, v2),
                Map.entry(k3, v3),
                Map.entry(k4, v4),
                Map.entry(k5, v5),
                Map.entry(k6, v6),
                Map.entry(k7, v7),
                Map.entry(k8, v8),
                Map.entry(k9, v9),
                Map.entry(k10, v10));
    }

    /** As {@code Map.ofEntries}. */
    @SafeVarargs
    @SuppressWarnings("varargs")
    public static <K, V> Map<K, V> ofEntries(Entry<? extends K, ? extends V>... entries) {
        return new OrderedMap<>(Stream.of(entries));
    }

    /** As {@code Map.copyOf}, in the map's iteration order. */
    @SuppressWarnings("unchecked")
    public static <K, V> Map<K, V> copyOf(Map<? extends K, ? extends V> map) {
        return map instanceof OrderedMap ? (Map<K, V>) map : new OrderedMap<>(map.entrySet().stream());
    }

    @SuppressWarnings("unchecked")
    private static <K, V> Map<K, V> unordered(List<Entry<K, V>> entries) {
        return Map.ofEntries(entries.toArray(Entry[]::new));
    }

    @Override
    public Set<Entry<K, V>> entrySet() {
        return new AbstractSet<>() {
            @Override
            public int size() {
                return order.size();
            }

            @Override
            public Iterator<Entry<K, V>> iterator() {
                return order.iterator();
            }
        };
    }

    @Override
    public boolean containsKey(Object key) {
        return map.containsKey(key);
    }

    @Override
    public boolean containsValue(Object value) {
        return map.containsValue(value);
    }

    @Override
    public V get(Object key) {
        return map.get(key);
    }

    @Override
    public V getOrDefault(Object key, V otherwise) {
        return map.getOrDefault(key, otherwise);
    }

    @Override
    public V put(K key, V value) {
        return map.put(key, value);
    }

    @Override
    public V putIfAbsent(K key, V value) {
        return map.putIfAbsent(key, value);
    }

    @Override
    public void putAll(Map<? extends K, ? extends V> entries) {
        map.putAll(entries);
    }

    @Override
    public V compute(K key, BiFunction<? super K, ? super V, ? extends V> function) {
        return map.compute(key, function);
    }

    @Override
    public V computeIfAbsent(K key, Function<? super K, ? extends V> function) {
        return map.computeIfAbsent(key, function);
    }

    @Override
    public V computeIfPresent(K key, BiFunction<? super K, ? super V, ? extends V> function) {
        return map.computeIfPresent(key, function);
    }

    @Override
    public V merge(K key, V value, BiFunction<? super V, ? super V, ? extends V> function) {
        return map.merge(key, value, function);
    }

    @Override
    public V remove(Object key) {
        return map.remove(key);
    }

    @Override
    public boolean remove(Object key, Object value) {
        return map.remove(key, value);
    }

    @Override
    public V replace(K key, V value) {
        return map.replace(key, value);
    }

    @Override
    public boolean replace(K key, V before, V after) {
        return map.replace(key, before, after);
    }

    @Override
    public void replaceAll(BiFunction<? super K, ? super V, ? extends V> function) {
        map.replaceAll(function);
    }

    @Override
    public void clear() {
        map.clear();
    }
}
