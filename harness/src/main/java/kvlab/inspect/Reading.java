package kvlab.inspect;

import java.lang.reflect.Array;
import java.util.AbstractMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Vector;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import kvlab.api.Promise;
import kvlab.inspect.Shape.Nature;
import kvlab.inspect.Value.Kind;
import kvlab.inspect.Value.Part;
import kvlab.inspect.Value.Parts;
import kvlab.inspect.Value.Text;

/** One read of an object. What it costs is bounded by the number of values, whatever the object is. */
final class Reading {
    /** Of values in one read. */
    static final int MAX_VALUES = 4_000;

    /** Of objects in each other. */
    static final int MAX_DEPTH = 8;

    /** Of elements of a collection in a field, of one within that, and of others. */
    private static final int[] MAX_ELEMENTS = {256, 64, 16};

    private static final Text NULL = new Text("null");
    private static final Text FUNCTION = new Text("a function");
    private static final Text UNREADABLE = new Text("(cannot be read)");
    private static final Class<?> ENTRY = Map.entry(1, 1).getClass();

    private final Inspector inspector;
    private final List<Enclosing> enclosing = new ArrayList<>();
    private int values;

    /** Whether what has been read since the last reset has the same hash code in every process. */
    private boolean steady;

    /** An object that contains what is being read. */
    private record Enclosing(Object object, String name) {}

    Reading(Inspector inspector) {
        this.inspector = inspector;
    }

    int values() {
        return values;
    }

    Value root(Object root) {
        return root == null || Shape.of(root).nature() == Nature.KIT
                ? new Parts(Kind.OBJECT, "", List.of(), 0)
                : read(root, Shape.of(root).name());
    }

    boolean isFull() {
        return values >= MAX_VALUES;
    }

    /** @param name of the part that holds the object */
    Value read(Object object, String name) {
        values++;
        if (object == null) {
            return NULL;
        }
        if (object instanceof String string) {
            return inspector.quoted(string);
        }
        Shape shape = Shape.of(object);
        if (shape.scalar() != null) {
            steady &= shape.isSteady();
            return new Text(shape.scalar().apply(object));
        }
        steady &= object instanceof Record;
        for (Enclosing each : enclosing) {
            if (each.object() == object) {
                return new Text("↑ " + each.name());
            }
        }
        if (enclosing.size() == MAX_DEPTH || isFull()) {
            return new Text(Origin.described(object.getClass()) + " ...");
        }
        enclosing.add(new Enclosing(object, name));
        try {
            return content(object, shape, name);
        } catch (RuntimeException thrown) { // of the library only, such as a ConcurrentModificationException of a view
            return UNREADABLE;
        } finally {
            enclosing.remove(enclosing.size() - 1);
        }
    }

    private Value content(Object object, Shape shape, String name) {
        return switch (shape.nature()) {
            case ARRAY -> elements().list(Array.getLength(object), position -> Array.get(object, position));
            case LAMBDA -> FUNCTION;
            case KIT ->
                object instanceof Promise<?> promise
                        ? completed("promise", inspector.promised(promise))
                        : new Text(Origin.described(object.getClass()));
            case OWN -> ofFields(object, shape);
            case LIBRARY ->
                LibraryCollection.of(object)
                        .map(collection -> elements().collection(collection, object))
                        .orElseGet(() -> ofLibrary(object, object.getClass(), name));
            default -> new Text(Origin.described(object.getClass()));
        };
    }

    // ---------------------------------------------------------------------------------------- objects of a submission

    private Value ofFields(Object object, Shape shape) {
        OwnFields fields = shape.fields();
        List<Part> parts = new ArrayList<>();
        int left = fields.named().size();
        for (OwnFields.Named field : fields.named()) {
            if (isFull()) {
                break;
            }
            left--;
            Object content = field.of(object);
            if (content == null || !isFacade(content)) {
                parts.add(new Part(field.name(), read(content, field.name())));
            }
        }
        if (!isFull() && LibraryCollection.isKnown(fields.library())) {
            Optional<LibraryCollection> inherited = LibraryCollection.of(object, fields.library());
            Value elements = inherited.isPresent() ? elements().collection(inherited.get(), object) : UNREADABLE;
            if (parts.isEmpty()) {
                return elements;
            }
            parts.add(new Part(Origin.simpleName(fields.library()), elements));
        }
        return new Parts(Kind.OBJECT, shape.name(), List.copyOf(parts), parts.size() + left);
    }

    /** The context of a server or Clerk, its Raft, a server's end: they are the kit's, and the same all the time. */
    private static boolean isFacade(Object content) {
        return Shape.of(content).nature() == Nature.KIT && !(content instanceof Promise);
    }

    private Value completed(String type, Optional<?> content) {
        return content.<Value>map(value -> new Parts(Kind.OBJECT, type, List.of(part("value", value)), 1))
                .orElseGet(() -> new Text(type));
    }

    private Part part(String name, Object content) {
        return new Part(name, read(content, name));
    }

    // ----------------------------------------------------------------------------------------- objects of the library

    private Value ofLibrary(Object object, Class<?> type, String name) {
        if (object instanceof Optional<?> optional) {
            return optional.isPresent() ? completed("Optional", optional) : new Text("Optional.empty");
        }
        if (type == AtomicReference.class) {
            return read(((AtomicReference<?>) object).get(), name);
        }
        if (type == CompletableFuture.class) {
            CompletableFuture<?> future = (CompletableFuture<?>) object;
            return future.isCompletedExceptionally() // getNow would ask the exception for its text
                    ? new Text("CompletableFuture (failed)")
                    : completed("CompletableFuture", Optional.ofNullable(future.getNow(null)));
        }
        if (type == ENTRY || type == AbstractMap.SimpleEntry.class || type == AbstractMap.SimpleImmutableEntry.class) {
            Map.Entry<?, ?> entry = (Map.Entry<?, ?>) object;
            return new Parts(
                    Kind.OBJECT, "Entry", List.of(part("key", entry.getKey()), part("value", entry.getValue())), 2);
        }
        if (object instanceof Vector) {
            return vector(object).orElseGet(() -> new Text(Origin.described(type)));
        }
        return Internals.wrapped(object)
                .map(inner -> read(inner, name))
                .orElseGet(() -> new Text(Origin.described(type)));
    }

    /** Its methods would wait for its lock, which a suspended coroutine may hold. */
    private Optional<Value> vector(Object object) {
        Optional<Object> elements = Internals.field(Vector.class, "elementData", object);
        Optional<Object> count = Internals.field(Vector.class, "elementCount", object);
        return elements.isPresent() && count.isPresent()
                ? Optional.of(elements().list((int) count.get(), position -> ((Object[]) elements.get())[position]))
                : Optional.empty();
    }

    // ----------------------------------------------------------------------------------------- arrays and collections

    /**
     * A key of a map, or an element of a set.
     *
     * @param text in one line; a name is without quotation marks
     * @param steady whether its hash code is the same in every process
     */
    record Key(String text, boolean steady) {}

    Key readKey(Object key) {
        if (key instanceof String string) {
            values++;
            return new Key(inspector.name(string), true);
        }
        steady = true;
        String text = read(key, "a key").text();
        return new Key(text, steady);
    }

    private ElementReader elements() {
        int within = Math.min(enclosing.size() - 2, MAX_ELEMENTS.length - 1);
        return new ElementReader(this, MAX_ELEMENTS[Math.max(0, within)]);
    }
}
