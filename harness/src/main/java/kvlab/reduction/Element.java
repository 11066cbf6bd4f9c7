package kvlab.reduction;

import java.util.Comparator;

/**
 * Something that can be taken away from a schedule. Its numbers identify it within its schedule and do not depend on time
 * or on what else was taken away: the n-th message of a link, the n-th call of a client. Those that its kind does not need
 * are 0.
 */
public record Element(Kind kind, long first, long second, long third) implements Comparable<Element> {
    private static final Comparator<Element> ORDER = Comparator.comparing(Element::kind)
            .thenComparingLong(Element::first)
            .thenComparingLong(Element::second)
            .thenComparingLong(Element::third);

    public static Element of(Kind kind) {
        return new Element(kind, 0, 0, 0);
    }

    public static Element of(Kind kind, long first) {
        return new Element(kind, first, 0, 0);
    }

    public static Element of(Kind kind, long first, long second) {
        return new Element(kind, first, second, 0);
    }

    /** An element about the n-th message between two endpoints, by their names: "server 0", "client 1". */
    public static Element ofMessage(Kind kind, String from, String to, long message) {
        return new Element(kind, endpoint(from), endpoint(to), message);
    }

    @Override
    public int compareTo(Element other) {
        return ORDER.compare(this, other);
    }

    /** What it is, in words. */
    @Override
    public String toString() {
        return kind.describe(new long[] {first, second, third});
    }

    /** Even numbers are servers', odd ones are clients'. */
    private static long endpoint(String name) {
        long number = Long.parseLong(name.substring(name.indexOf(' ') + 1));
        return 2 * number + (name.startsWith("server") ? 0 : 1);
    }

    static String endpoint(long number) {
        return (number % 2 == 0 ? "server " : "client ") + number / 2;
    }
}
