package kvlab.history;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;

/**
 * Numbers the values of a key. A value is live if it is a prefix of some value read. All others have one number, {@link
 * #DEAD}, since appends cannot make them live again.
 *
 * <p>A live value is stored as its length and the range of values read, in sorted order, that it is a prefix of.
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

    int of(String value) {
        return extended(0, 0, read.length, value);
    }

    /** The number of the value after an append. */
    int append(int number, String value) {
        if (number == DEAD || value.isEmpty()) {
            return number;
        }
        Live from = live.get(number);
        return extended(from.length, from.first, from.end, value);
    }

    /** The index of the first value read, in sorted order, that begins with this one; itself if it was read. */
    int first(int number) {
        return live.get(number).first;
    }

    /** The index after the last value read that begins with this one. */
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

    /** The first value read in the range whose text at the offset compares to the piece as at least {@code atLeast}. */
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

    /** Zero if the text at the offset begins with the piece, otherwise the sign of their comparison. */
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
