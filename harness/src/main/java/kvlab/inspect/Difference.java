package kvlab.inspect;

import java.util.ArrayList;
import java.util.List;

/**
 * The differences between what was read of an object at two times.
 *
 * @param changes the first ones
 * @param more how many others there are
 */
public record Difference(List<Change> changes, long more) {

    /** None. */
    public static final Difference NONE = new Difference(List.of(), 0);

    static final int MAX_CHANGES = 40;

    /** The differences, of which those in a large collection are found only where both reads have looked. */
    public static Difference between(Value before, Value after) {
        return Comparison.of(before, after);
    }

    public boolean isEmpty() {
        return changes.isEmpty();
    }

    /** In one line: {@code store {k: "ab" → "abb"}, waitingAt {7: Waiting[term=3] →}, term: 3 → 4, and 37 more}. */
    @Override
    public String toString() {
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < changes.size(); ) {
            int end = i + 1;
            while (end < changes.size() && isSameField(changes.get(i), changes.get(end))) {
                end++;
            }
            texts.add(text(changes.subList(i, end)));
            i = end;
        }
        if (more > 0) {
            texts.add("and " + Count.of(more) + " more");
        }
        return String.join(", ", texts);
    }

    private static boolean isSameField(Change one, Change other) {
        return one.field().equals(other.field())
                && !one.at().isEmpty()
                && !other.at().isEmpty();
    }

    private static String text(List<Change> ofField) {
        Change first = ofField.get(0);
        if (first.at().isEmpty()) {
            return first.field() + ": " + first.arrow();
        }
        List<String> texts = new ArrayList<>();
        ofField.forEach(change -> texts.add(change.at() + ": " + change.arrow()));
        return (first.field() + " {" + String.join(", ", texts) + "}").strip();
    }
}
