package kvlab.history;

import java.util.Collection;
import kvlab.diagnostic.Quote;

/** Quotes several values for comparison; omits the common prefix of long ones. */
final class Excerpt {
    private static final int LONG = 60;
    private static final int CONTEXT = 16;

    private final int from;

    private Excerpt(int from) {
        this.from = from;
    }

    static Excerpt of(Collection<String> values) {
        String first = values.iterator().next();
        int common = first.length();
        boolean anyLong = false;
        for (String value : values) {
            int i = 0;
            while (i < common && i < value.length() && value.charAt(i) == first.charAt(i)) {
                i++;
            }
            common = i;
            anyLong |= value.length() > LONG;
        }
        return new Excerpt(anyLong ? Math.max(0, common - CONTEXT) : 0);
    }

    String quote(String value) {
        int end = Math.min(value.length(), from + LONG);
        String middle = value.substring(Math.min(from, end), end);
        return (from > 0 ? "\"..." : "\"")
                + Quote.literal(middle)
                + (end < value.length() ? "...\"" : "\"")
                + (middle.length() < value.length() ? " (" + value.length() + " characters)" : "");
    }
}
