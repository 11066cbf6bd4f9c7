package kvlab.inspect;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedList;
import java.util.ListIterator;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import kvlab.inspect.LibraryCollection.Order;
import kvlab.inspect.Value.Kind;

/**
 * Iterates objects whose class extends one of the library, by the methods of the library's class, whatever the other
 * overrides. These do not call methods that can be overridden.
 */
final class SuperclassAccess {

    private static final MethodType TO_ITERATOR = MethodType.methodType(Iterator.class);

    private final Class<?> type;
    private final MethodHandles.Lookup lookup;

    private SuperclassAccess(Class<?> type, MethodHandles.Lookup lookup) {
        this.type = type;
        this.lookup = lookup;
    }

    /** Empty if the library's package is not open to the kit. */
    static Optional<LibraryCollection> to(Class<?> type, Kind kind, Order order) {
        return Internals.lookup(type).flatMap(lookup -> new SuperclassAccess(type, lookup).to(kind, order));
    }

    private Optional<LibraryCollection> to(Kind kind, Order order) {
        try {
            MethodHandle size = find("size", MethodType.methodType(int.class));
            MethodHandle at =
                    type == ArrayList.class ? find("get", MethodType.methodType(Object.class, int.class)) : null;
            return Optional.of(new LibraryCollection(
                    kind,
                    order,
                    kind == Kind.MAP ? entries() : elements(),
                    object -> (int) call(size, object),
                    at == null ? null : (object, position) -> call(at, object, position),
                    null));
        } catch (ReflectiveOperationException unreachable) {
            return Optional.empty();
        }
    }

    private Function<Object, Iterator<?>> entries() throws ReflectiveOperationException {
        MethodHandle entries = find("entrySet", MethodType.methodType(Set.class));
        return map -> ((Set<?>) call(entries, map)).iterator();
    }

    private Function<Object, Iterator<?>> elements() throws ReflectiveOperationException {
        if (type == LinkedList.class) { // its iterator() calls listIterator(int), which may be overridden
            MethodHandle iterator = find("listIterator", MethodType.methodType(ListIterator.class, int.class));
            return list -> (Iterator<?>) call(iterator, list, 0);
        }
        MethodHandle iterator = find("iterator", TO_ITERATOR);
        return elements -> (Iterator<?>) call(iterator, elements);
    }

    private MethodHandle find(String name, MethodType as) throws ReflectiveOperationException {
        return lookup.findSpecial(type, name, as, type);
    }

    private static Object call(MethodHandle method, Object... arguments) {
        try {
            return method.invokeWithArguments(arguments);
        } catch (RuntimeException | Error thrown) {
            throw thrown;
        } catch (Throwable impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
