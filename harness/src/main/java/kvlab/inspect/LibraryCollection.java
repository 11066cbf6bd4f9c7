package kvlab.inspect;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Hashtable;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import kvlab.inspect.Value.Kind;
import kvlab.ordered.OrderedMap;
import kvlab.ordered.OrderedSet;

/**
 * How a collection or map of the Java library is iterated without calling code of a submission: neither of what it
 * contains (a {@code compareTo}) nor of a subclass. Without locks either: a coroutine may be suspended in one.
 *
 * @param iterator of the elements or entries
 * @param size {@code null} if it would have to be counted
 * @param at the element at a position; {@code null} if that takes long
 * @param backwards iterates from the end; {@code null} if there is no such way
 */
record LibraryCollection(
        Kind kind,
        Order order,
        Function<Object, Iterator<?>> iterator,
        ToLongFunction<Object> size,
        BiFunction<Object, Integer, Object> at,
        Function<Object, Iterator<?>> backwards) {

    enum Order {
        /** By what a submission has done, as in a list, or by comparison. */
        KEPT,
        /** By hash codes. */
        BY_HASH,
        /** By what differs from process to process. */
        BY_CHANCE
    }

    private record Known(Kind kind, Order order) {}

    private static final Map<Class<?>, Known> KNOWN = known();

    private static final ClassValue<Optional<LibraryCollection>> BY_CLASS = new ClassValue<>() {
        @Override
        protected Optional<LibraryCollection> computeValue(Class<?> type) {
            return Optional.ofNullable(KNOWN.get(type)).map(known -> ExactAccess.to(type, known.kind, known.order));
        }
    };

    /** By the library's class. */
    private static final ClassValue<Optional<LibraryCollection>> BY_SUPERCLASS = new ClassValue<>() {
        @Override
        protected Optional<LibraryCollection> computeValue(Class<?> type) {
            return Optional.ofNullable(KNOWN.get(type))
                    .flatMap(known -> SuperclassAccess.to(type, known.kind, known.order));
        }
    };

    /** Of an object whose class is exactly the library's. */
    static Optional<LibraryCollection> of(Object object) {
        return BY_CLASS.get(object.getClass()).filter(any -> isWhole(object));
    }

    /**
     * Of an object of a submission's class that extends one of the library.
     *
     * @param type the class of the library
     */
    static Optional<LibraryCollection> of(Object object, Class<?> type) {
        return BY_SUPERCLASS.get(type).filter(any -> isWhole(object));
    }

    /** Whether objects of a class of the library are collections that are read, where that is possible. */
    static boolean isKnown(Class<?> type) {
        return KNOWN.containsKey(type);
    }

    /** Not a view of a part of another set, which would compare its elements with the ends, or of a submission's map. */
    private static boolean isWhole(Object object) {
        if (object instanceof TreeSet) {
            return Internals.field(TreeSet.class, "m", object)
                    .filter(map -> map.getClass() == TreeMap.class)
                    .isPresent();
        }
        return !(object instanceof ConcurrentHashMap.KeySetView<?, ?> view)
                || view.getMap().getClass() == ConcurrentHashMap.class;
    }

    private static Map<Class<?>, Known> known() {
        Map<Class<?>, Known> known = new HashMap<>();
        Stream.<Class<?>>of(HashMap.class, ConcurrentHashMap.class, Hashtable.class)
                .forEach(type -> known.put(type, new Known(Kind.MAP, Order.BY_HASH)));
        Stream.<Class<?>>of(
                        LinkedHashMap.class,
                        TreeMap.class,
                        ConcurrentSkipListMap.class,
                        EnumMap.class,
                        OrderedMap.class)
                .forEach(type -> known.put(type, new Known(Kind.MAP, Order.KEPT)));
        Stream.<Class<?>>of(
                        ArrayList.class,
                        LinkedList.class,
                        ArrayDeque.class,
                        CopyOnWriteArrayList.class,
                        ConcurrentLinkedQueue.class,
                        ConcurrentLinkedDeque.class,
                        LinkedBlockingQueue.class,
                        LinkedBlockingDeque.class)
                .forEach(type -> known.put(type, new Known(Kind.LIST, Order.KEPT)));
        Stream.<Class<?>>of(
                        PriorityQueue.class,
                        LinkedHashSet.class,
                        TreeSet.class,
                        CopyOnWriteArraySet.class,
                        OrderedSet.class)
                .forEach(type -> known.put(type, new Known(Kind.BAG, Order.KEPT)));
        known.put(HashSet.class, new Known(Kind.BAG, Order.BY_HASH));
        known.put(IdentityHashMap.class, new Known(Kind.MAP, Order.BY_CHANCE));
        addUnnamed(known);
        return Map.copyOf(known);
    }

    /** The names of these classes are not specified, so they are obtained from instances. */
    private static void addUnnamed(Map<Class<?>, Known> known) {
        Known list = new Known(Kind.LIST, Order.KEPT);
        Stream.<Object>of(
                        List.of(),
                        List.of(1),
                        List.of(1, 2, 3),
                        List.of(1, 2, 3).subList(0, 2),
                        Stream.of(1, 2, 3).toList(),
                        Arrays.asList(1, 2, 3),
                        new ArrayList<>(List.of(1, 2, 3)).subList(0, 2),
                        Collections.emptyList(),
                        Collections.singletonList(1),
                        Collections.nCopies(2, 1))
                .forEach(each -> known.put(each.getClass(), list));
        Known set = new Known(Kind.BAG, Order.BY_CHANCE);
        Stream.<Object>of(Set.of(), Set.of(1), Set.of(1, 2, 3), Collections.emptySet(), Collections.singleton(1))
                .forEach(each -> known.put(each.getClass(), set));
        known.put(ConcurrentHashMap.newKeySet().getClass(), new Known(Kind.BAG, Order.BY_HASH));
        known.put(EnumSet.noneOf(TimeUnit.class).getClass(), new Known(Kind.BAG, Order.KEPT));
        Known map = new Known(Kind.MAP, Order.BY_CHANCE);
        Stream.<Object>of(
                        Map.of(),
                        Map.of(1, 1),
                        Map.of(1, 1, 2, 2),
                        Collections.emptyMap(),
                        Collections.singletonMap(1, 1))
                .forEach(each -> known.put(each.getClass(), map));
    }

    Iterator<?> iterator(Object collection) {
        return iterator.apply(collection);
    }

    Optional<Iterator<?>> backwards(Object collection) {
        return backwards == null ? Optional.empty() : Optional.of(backwards.apply(collection));
    }

    /** {@link Value.Parts#UNKNOWN} if it would have to be counted. */
    long size(Object collection) {
        return size == null ? Value.Parts.UNKNOWN : size.applyAsLong(collection);
    }

    boolean isIndexed() {
        return at != null;
    }

    Object at(Object collection, int position) {
        return at.apply(collection, position);
    }
}
