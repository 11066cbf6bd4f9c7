package kvlab.history;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Finds the put or append that wrote a piece of a value. Exists only if no written value is empty or a prefix of
 * another, so that each value read has at most one decomposition.
 */
final class WriteLookup {
    static final int NO_CALL = -1;

    private final List<Write> writes;

    static Optional<WriteLookup> of(KeyHistory history) {
        List<Write> writes = new ArrayList<>();
        for (int c = 0; c < history.size(); c++) {
            if (!history.isGet(c)) {
                writes.add(new Write(history.text(c), c));
            }
        }
        writes.sort(Comparator.comparing(Write::value));
        String previous = null;
        for (Write write : writes) {
            // In sorted order, a prefix of any later value is also a prefix of its direct successor.
            if (write.value.isEmpty() || previous != null && write.value.startsWith(previous)) {
                return Optional.empty();
            }
            previous = write.value;
        }
        return Optional.of(new WriteLookup(writes));
    }

    private WriteLookup(List<Write> writes) {
        this.writes = writes;
    }

    /** The call whose value the text contains at the offset, or {@link #NO_CALL}. */
    int at(String text, int offset) {
        int low = 0;
        int high = writes.size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            Write write = writes.get(middle);
            int comparison = write.comparedWith(text, offset);
            if (comparison == 0) {
                return write.call;
            } else if (comparison < 0) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return NO_CALL;
    }

    private record Write(String value, int call) {

        /** Zero if the text contains the value at the offset, otherwise the sign of their comparison. */
        int comparedWith(String text, int offset) {
            int common = Math.min(value.length(), text.length() - offset);
            for (int i = 0; i < common; i++) {
                int difference = value.charAt(i) - text.charAt(offset + i);
                if (difference != 0) {
                    return difference;
                }
            }
            return common == value.length() ? 0 : 1;
        }
    }
}
