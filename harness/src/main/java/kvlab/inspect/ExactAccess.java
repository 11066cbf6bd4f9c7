package kvlab.inspect;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.Hashtable;
import java.util.Iterator;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.RandomAccess;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import kvlab.inspect.LibraryCollection.Order;
import kvlab.inspect.Value.Kind;

/** Iterates objects of exactly one class of the library, by its public methods. */
final class ExactAccess {

    /** Those that would count, or wait for a lock that a suspended coroutine may hold. */
    private static final Set<Class<?>> WITHOUT_SIZE =
            Set.of(ConcurrentLinkedQueue.class, ConcurrentLinkedDeque.class, Hashtable.class);

    private ExactAccess() {}

    static LibraryCollection to(Class<?> type, Kind kind, Order order) {
        return kind == Kind.MAP ? toMap(type, order) : toCollection(type, kind, order);
    }

    private static LibraryCollection toMap(Class<?> type, Order order) {
        ToLongFunction<Object> size = map -> ((Map<?, ?>) map).size();
        return new LibraryCollection(
                Kind.MAP,
                order,
                map -> ((Map<?, ?>) map).entrySet().iterator(),
                WITHOUT_SIZE.contains(type) ? null : size,
                null,
                type == TreeMap.class
                        ? map ->
                                ((TreeMap<?, ?>) map).descendingMap().entrySet().iterator()
                        : null);
    }

    private static LibraryCollection toCollection(Class<?> type, Kind kind, Order order) {
        ToLongFunction<Object> size = elements -> ((Collection<?>) elements).size();
        Function<Object, Iterator<?>> backwards = deque -> ((Deque<?>) deque).descendingIterator();
        boolean isIndexed = List.class.isAssignableFrom(type) && RandomAccess.class.isAssignableFrom(type);
        return new LibraryCollection(
                kind,
                order,
                elements -> ((Collection<?>) elements).iterator(),
                WITHOUT_SIZE.contains(type) ? null : size,
                isIndexed ? (list, position) -> ((List<?>) list).get(position) : null,
                type == ArrayDeque.class || type == LinkedList.class ? backwards : null);
    }
}
