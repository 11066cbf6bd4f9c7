package kvlab.history;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;

/**
 * The values of a key as small numbers. Only a value that some read value begins with matters: it is live. From all
 * others no write but a put leads back to what is read, so they are one: {@link #DEAD}.
 *
 * <p>A live value is a length and the range of read values, in sorted order, that begin with it; no string is built.
 */
final class ValueNumbering {
    static final int DEAD = 0;

    private final String[] read;
    private final Map<Long, Integer> numbers = new HashMap<>();
    private final List<Live> live = new ArrayList<>();

    ValueNumbering(SortedSet<String> valuesRead) {
        read = valuesRead.toArray(String[]::new);
        live.add(new Live(0, 0, 0));
    }

    /** The number of this value. */
    int of(String value) {
        return extended(0, 0, read.length, value);
    }

    /** The number of the value with this one added to it. */
    int append(int number, String value) {
        if (number == DEAD || value.isEmpty()) {
            return number;
        }
        Live from = live.get(number);
        return extended(from.length, from.first, from.end, value);
    }

    /** The values read that begin with this one: the first of them in sorted order, itself if it was read. */
    int first(int number) {
        return live.get(number).first;
    }

    /** One after the last of them. */
    int end(int number) {
        return live.get(number).end;
    }

    private int extended(int length, int first, int end, String value) {
        int newFirst = boundary(first, end, length, value, 0);
        int newEnd = boundary(newFirst, end, length, value, 1);
        if (newFirst == newEnd) {
            return DEAD;
        }
        int newLength = length + value.length();
        return numbers.computeIfAbsent((long) newFirst << 32 | newLength, absent -> {
            live.add(new Live(newFirst, newEnd, newLength));
            return live.size() - 1;
        });
    }

    /** The first value read, within the range, that after the offset compares at least so with the piece. */
    private int boundary(int first, int end, int offset, String piece, int atLeast) {
        int low = first;
        int high = end;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (compare(read[middle], offset, piece) < atLeast) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** Zero if the piece stands in the text at the offset, otherwise the sign of how the text compares with it. */
    private static int compare(String text, int offset, String piece) {
        int common = Math.min(piece.length(), text.length() - offset);
        for (int i = 0; i < common; i++) {
            int difference = text.charAt(offset + i) - piece.charAt(i);
            if (difference != 0) {
                return Integer.signum(difference);
            }
        }
        return common == piece.length() ? 0 : -1;
    }

    private record Live(int first, int end, int length) {}
}
