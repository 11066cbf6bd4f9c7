package kvlab.inspect;

import java.util.List;

/** What was read of an object. Immutable, and independent of the object. */
public sealed interface Value {

    /** The value in one line of bounded length. */
    default String text() {
        return OneLine.of(this);
    }

    /**
     * A value without parts, or one that was not read further.
     *
     * @param text such as {@code 7}, {@code "key"}, {@code null}, {@code a function} or {@code ↑ store}
     */
    record Text(String text) implements Value {}

    /**
     * A value with parts.
     *
     * @param type the simple name of an object's class; empty for collections
     * @param parts those that were read
     * @param size how many there are, of which some may not have been read; {@link #UNKNOWN} for more than were read
     */
    record Parts(Kind kind, String type, List<Part> parts, long size) implements Value {

        /** There are more than were read, and the library does not say how many. */
        public static final long UNKNOWN = Long.MAX_VALUE;

        /** Whether there are parts that were not read. */
        public boolean isCut() {
            return size > parts.size();
        }
    }

    /**
     * A part of a value.
     *
     * @param name the field's name, the key's text, the position in a list, or the text of an element of a bag
     */
    record Part(String name, Value value) {}

    /** What the names of the parts are. */
    enum Kind {
        /** Names of fields. */
        OBJECT,
        /** Keys. */
        MAP,
        /** Positions, from 0, in ascending order; of a long list the first and the last were read. */
        LIST,
        /** Texts of elements without an order of their own. */
        BAG
    }
}
