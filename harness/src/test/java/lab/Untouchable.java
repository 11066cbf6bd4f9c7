package lab;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** An object whose methods must not be called, once it is armed, and collections that override what iterates them. */
public class Untouchable implements Comparable<Untouchable> {
    private final State state;
    private final int number;

    /** Whether calls fail; shared by the objects of one test. */
    public static final class State {
        public boolean armed;
        public int calls;

        private void called() {
            if (armed) {
                calls++;
                throw new AssertionError("a method of the submission was called");
            }
        }
    }

    public Untouchable(State state, int number) {
        this.state = state;
        this.number = number;
    }

    @Override
    public String toString() {
        state.called();
        return "";
    }

    @Override
    public boolean equals(Object other) {
        state.called();
        return other instanceof Untouchable one && one.number == number;
    }

    @Override
    public int hashCode() {
        state.called();
        return number;
    }

    @Override
    public int compareTo(Untouchable other) {
        state.called();
        return Integer.compare(number, other.number);
    }

    /** Orders with calls that are counted. */
    public static Comparator<Untouchable> comparator(State state) {
        return (one, other) -> {
            state.called();
            return Integer.compare(one.number, other.number);
        };
    }

    /** Overrides what iterates a map. */
    public static final class OwnMap<K, V> extends HashMap<K, V> {
        private static final long serialVersionUID = 1;
        private final transient State state;

        public OwnMap(State state) {
            this.state = state;
        }

        @Override
        public Set<Map.Entry<K, V>> entrySet() {
            state.called();
            return super.entrySet();
        }

        @Override
        public int size() {
            state.called();
            return super.size();
        }
    }

    /** The same, of a map that others wrap or view. */
    public static final class OwnConcurrentMap<K, V> extends ConcurrentHashMap<K, V> {
        private static final long serialVersionUID = 1;
        private final transient State state;

        public OwnConcurrentMap(State state) {
            this.state = state;
        }

        @Override
        public int size() {
            state.called();
            return super.size();
        }
    }

    /** Overrides what iterates a list. */
    public static final class OwnList<E> extends ArrayList<E> {
        private static final long serialVersionUID = 1;
        private final transient State state;

        public OwnList(State state, Collection<E> elements) {
            super(elements);
            this.state = state;
        }

        @Override
        public Iterator<E> iterator() {
            state.called();
            return super.iterator();
        }

        @Override
        public E get(int index) {
            state.called();
            return super.get(index);
        }

        @Override
        public int size() {
            state.called();
            return super.size();
        }
    }

    /** An exception whose methods must not be called either. */
    public static final class OwnException extends RuntimeException {
        private static final long serialVersionUID = 1;
        private final transient State state;

        public OwnException(State state) {
            this.state = state;
        }

        @Override
        public String toString() {
            state.called();
            return super.toString();
        }
    }

    /** Of a submission, without any help of the library. */
    public static final class OwnCollection extends java.util.AbstractList<String> {
        private final State state;
        private final List<String> elements = List.of("a");

        public OwnCollection(State state) {
            this.state = state;
        }

        @Override
        public String get(int index) {
            state.called();
            return elements.get(index);
        }

        @Override
        public int size() {
            state.called();
            return elements.size();
        }
    }

    /** A cache of bounded size, as students write one. */
    public static Map<String, Integer> cache() {
        return new LinkedHashMap<>() {
            private static final long serialVersionUID = 1;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Integer> eldest) {
                return size() > 2;
            }
        };
    }
}
