package kvlab.workload;

import java.util.ArrayList;
import java.util.List;
import kvlab.sim.Randomness;

/**
 * What a writer appends, so that a value put together of it can be taken apart again: each part begins with one character
 * that is nowhere else in it, and ends with another. So no part is within another one, or across two, and what a store
 * has changed or cut stands out as text that is no part.
 */
public final class Parts {
    private static final String[] BRACKETS = {
        "xy", "()", "[]", "{}", "<>", "\"'", "\n\r", " ,", "|/", "\u00ab\u00bb", "\u0001\u0002", "Aa"
    };
    private static final String[] SEPARATORS = {" ", ",", ":", "|", ";", "/", "-", "=", "#", "\t", "\n", "\0"};

    /** One part in so many is long, so that a value that a few of them are appended to is, too. */
    private static final int LONG_EVERY = 120;

    private static final int MIN_LONG = 500;
    private static final int MAX_LONG = 5_000;

    private final char begin;
    private final char end;
    private final String separator;
    private final Randomness randomness;

    private Parts(String brackets, String separator, Randomness randomness) {
        this.begin = brackets.charAt(0);
        this.end = brackets.charAt(1);
        this.separator = separator;
        this.randomness = randomness;
    }

    /** Parts like "x 2 5 y": the sixth of writer 2, say. */
    static Parts plain() {
        return new Parts("xy", " ", null);
    }

    static Parts of(Randomness randomness) {
        Randomness.Stream random = randomness.stream("parts");
        String brackets = Family.oneOf(random, BRACKETS);
        String separator = Family.oneOf(random, SEPARATORS);
        while (brackets.contains(separator)) {
            separator = Family.oneOf(random, SEPARATORS);
        }
        return new Parts(brackets, separator, randomness);
    }

    /** A writer's n-th part, from 0: always the same, and no other's. */
    public String part(long writer, int n) {
        String name = separator + writer + separator + n + separator;
        return begin + name + (randomness == null ? "" : filling(writer, n)) + end;
    }

    /** Any text without the brackets. The separator ends the numbers before it, so it may begin with a digit. */
    private String filling(long writer, int n) {
        Randomness.Stream random = randomness.stream("part", writer, n);
        int kind = random.nextInt(LONG_EVERY);
        if (kind % 4 == 0) {
            return "";
        }
        if (kind == 1) {
            return ".".repeat(MIN_LONG + random.nextInt(MAX_LONG - MIN_LONG));
        }
        List<String> members = Family.any(random).members("" + n, random);
        String text = members.get(random.nextInt(members.size()));
        return text.replace(begin, '.').replace(end, '.');
    }

    /** Takes a value apart: its parts, and what else is between them, in order. All together are the value. */
    public List<String> split(String value) {
        List<String> found = new ArrayList<>();
        int from = 0;
        while (from < value.length()) {
            int next = value.indexOf(begin, from + 1);
            int limit = next < 0 ? value.length() : next;
            int last = value.charAt(from) == begin ? value.indexOf(end, from) : -1;
            int to = last < 0 || last >= limit ? limit : last + 1;
            found.add(value.substring(from, to));
            from = to;
        }
        return found;
    }
}
