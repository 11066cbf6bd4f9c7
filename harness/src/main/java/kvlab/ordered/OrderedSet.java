package kvlab.ordered;

import java.util.AbstractSet;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * A set as {@link Set#of} makes it, but for its iteration order, which is that of the elements given.
 *
 * @param <E> the type of the elements
 */
public final class OrderedSet<E> extends AbstractSet<E> {

    /** Keeps the contract: refuses changes, {@code null} and duplicates. */
    private final Set<E> set;

    private final List<E> order;

    private OrderedSet(List<E> order) {
        this.set = unordered(order.toArray());
        this.order = order;
    }

    /** As {@code Set.of}. */
    public static <E> Set<E> of(E e1, E e2) {
        return ordered(e1, e2);
    }

    /** As {@code Set.of}. */
    public static <E> Set<E> of(E e1, E e2, E e3) {
        return ordered(e1, e2, e3);
    }

    /** As {@code Set.of}. */
    public static <E> Set<E> of(E e1, E e2, E e3, E e4) {
        return ordered(e1, e2, e3, e4);
    }

    /** As {@code Set.of}. */
    public static <E> Set<E> of(E e1, E e2, E e3, E e4, E e5) {
        return ordered(e1, e2, e3, e4, e5);
    }

    /** As {@code Set.of}. */
    public static <E> Set<E> of(E e1, E e2, E e3, E e4, E e5, E e6) {
        return ordered(e1, e2, e3, e4, e5, e6);
    }

    /** As {@code Set.of}. */
    public static <E> Set<E> of(E e1, E e2, E e3, E e4, E e5, E e6, E e7) {
        return ordered(e1, e2, e3, e4, e5, e6, e7);
    }

    /** As {@code Set.of}. */
    public static <E> Set<E> of(E e1, E e2, E e3, E e4, E e5, E e6, E e7, E e8) {
        return ordered(e1, e2, e3, e4, e5, e6, e7, e8);
    }

    /** As {@code Set.of}. */
    public static <E> Set<E> of(E e1, E e2, E e3, E e4, E e5, E e6, E e7, E e8, E e9) {
        return ordered(e1, e2, e3, e4, e5, e6, e7, e8, e9);
    }

    /** As {@code Set.of}. */
    public static <E> Set<E> of(E e1, E e2, E e3, E e4, E e5, E e6, E e7, E e8, E e9, E e10) {
        return ordered(e1, e2, e3, e4, e5, e6, e7, e8, e9, e10);
    }

    /** As {@code Set.of}. */
    @SafeVarargs
    @SuppressWarnings("varargs")
    public static <E> Set<E> of(E... elements) {
        return ordered(elements);
    }

    /** As {@code Set.copyOf}, in the collection's iteration order. */
    @SuppressWarnings("unchecked")
    public static <E> Set<E> copyOf(Collection<? extends E> collection) {
        return collection instanceof OrderedSet
                ? (Set<E>) collection
                : new OrderedSet<>(List.copyOf(new LinkedHashSet<>(collection)));
    }

    @SafeVarargs
    @SuppressWarnings("varargs")
    private static <E> Set<E> ordered(E... elements) {
        return new OrderedSet<>(List.of(elements));
    }

    @SuppressWarnings("unchecked")
    private static <E> Set<E> unordered(Object[] elements) {
        return (Set<E>) Set.of(elements);
    }

    @Override
    public int size() {
        return set.size();
    }

    @Override
    public Iterator<E> iterator() {
        return order.iterator();
    }

    @Override
    public boolean contains(Object element) {
        return set.contains(element);
    }

    @Override
    public boolean add(E element) {
        return set.add(element);
    }

    @Override
    public boolean addAll(Collection<? extends E> elements) {
        return set.addAll(elements);
    }

    @Override
    public boolean remove(Object element) {
        return set.remove(element);
    }

    @Override
    public boolean removeAll(Collection<?> elements) {
        return set.removeAll(elements);
    }

    @Override
    public boolean removeIf(Predicate<? super E> filter) {
        return set.removeIf(filter);
    }

    @Override
    public boolean retainAll(Collection<?> elements) {
        return set.retainAll(elements);
    }

    @Override
    public void clear() {
        set.clear();
    }
}
