package kvlab.inspect;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import kvlab.inspect.LibraryCollection.Order;
import kvlab.inspect.Value.Kind;
import kvlab.inspect.Value.Part;
import kvlab.inspect.Value.Parts;
import kvlab.inspect.Value.Text;

/** Reads the elements of one array, collection or map: of a large one the first and, where it has an order, the last. */
final class ElementReader {
    private static final Text PRESENT = new Text("");

    /** Numbers by their value, before all others. */
    private static final Comparator<String> BY_NAME = Comparator.comparing((String name) -> !isNumber(name))
            .thenComparing(name -> isNumber(name) ? name.length() : 0)
            .thenComparing(Comparator.naturalOrder());

    private static final Comparator<Part> ORDER = Comparator.comparing(Part::name, BY_NAME)
            .thenComparing(part -> part.value().text());

    private final Reading reading;
    private final int limit;
    private final List<Part> parts = new ArrayList<>();
    private boolean steadyKeys = true;

    /** @param limit the maximum number of elements to read */
    ElementReader(Reading reading, int limit) {
        this.reading = reading;
        this.limit = limit;
    }

    /** @param at the element at a position */
    Value list(int size, IntFunction<Object> at) {
        int first = size > limit ? first() : size;
        for (int i = 0; i < first && !reading.isFull(); i++) {
            parts.add(element(i, at.apply(i)));
        }
        for (int i = Math.max(first, size - (limit - first)); i < size && !reading.isFull(); i++) {
            parts.add(element(i, at.apply(i)));
        }
        return new Parts(Kind.LIST, "", List.copyOf(parts), size);
    }

    Value collection(LibraryCollection type, Object collection) {
        if (type.isIndexed()) {
            return list((int) type.size(collection), position -> type.at(collection, position));
        }
        long size = type.size(collection);
        Optional<Iterator<?>> last =
                size > limit && size != Parts.UNKNOWN ? type.backwards(collection) : Optional.empty();
        Iterator<?> iterator = type.iterator(collection);
        int wanted = last.isPresent() ? first() : limit;
        while (parts.size() < wanted && !reading.isFull() && iterator.hasNext()) {
            parts.add(part(type.kind(), parts.size(), iterator.next()));
        }
        last.ifPresent(backwards -> addLast(type.kind(), backwards, size));
        boolean isWhole = last.isEmpty() && !iterator.hasNext();
        return new Parts(type.kind(), "", ordered(type, isWhole), isWhole ? parts.size() : size);
    }

    private int first() {
        return limit / 4;
    }

    private void addLast(Kind kind, Iterator<?> backwards, long size) {
        int before = parts.size();
        for (int i = 1; parts.size() < limit && !reading.isFull() && backwards.hasNext(); i++) {
            parts.add(part(kind, size - i, backwards.next()));
        }
        Collections.reverse(parts.subList(before, parts.size()));
    }

    private Part part(Kind kind, long position, Object element) {
        return switch (kind) {
            case MAP -> entry((Map.Entry<?, ?>) element);
            case BAG -> new Part(key(element), PRESENT);
            default -> element(position, element);
        };
    }

    private Part element(long position, Object element) {
        String name = String.valueOf(position);
        return new Part(name, reading.read(element, name));
    }

    private Part entry(Map.Entry<?, ?> entry) {
        String key = key(entry.getKey());
        return new Part(key, reading.read(entry.getValue(), key));
    }

    /** The text of a key or of an element of a set. */
    private String key(Object key) {
        Reading.Key read = reading.readKey(key);
        steadyKeys &= read.steady();
        return read.text();
    }

    /**
     * The parts in an order that is the same in every process. What is the beginning of a large collection must be the
     * same, too.
     */
    private List<Part> ordered(LibraryCollection type, boolean isWhole) {
        if (type.kind() == Kind.LIST) {
            return List.copyOf(parts);
        }
        boolean sameBeginning = type.order() == Order.KEPT || type.order() == Order.BY_HASH && steadyKeys;
        if (!isWhole && !sameBeginning) {
            return List.of();
        }
        parts.sort(ORDER);
        return withDifferentNames();
    }

    /** Different keys may have the same text. */
    private List<Part> withDifferentNames() {
        List<Part> named = new ArrayList<>(parts.size());
        int same = 1;
        for (int i = 0; i < parts.size(); i++) {
            Part part = parts.get(i);
            same = i > 0 && part.name().equals(parts.get(i - 1).name()) ? same + 1 : 1;
            named.add(same == 1 ? part : new Part(part.name() + " (" + same + ")", part.value()));
        }
        return List.copyOf(named);
    }

    private static boolean isNumber(String name) {
        for (int i = 0; i < name.length(); i++) {
            if (name.charAt(i) < '0' || name.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }
}
