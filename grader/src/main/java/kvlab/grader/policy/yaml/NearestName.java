package kvlab.grader.policy.yaml;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** The known name that an unknown one may be a misspelling of. */
public final class NearestName {

    private static final int MAX_LENGTH = 100;

    private NearestName() {}

    /** The known name with the smallest edit distance, if that is small. */
    public static Optional<String> among(Collection<String> known, String written) {
        if (written.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        return known.stream()
                .min(Comparator.comparingInt((String name) -> distance(name, written))
                        .thenComparing(Comparator.naturalOrder()))
                .filter(name -> distance(name, written) <= 1 + name.length() / 4);
    }

    /** The hint for a message about an unknown name: the nearest known name, or the alternative text. */
    static String hint(Collection<String> known, String written, String otherwise) {
        return among(known, written).map(name -> ": did you mean " + name + "?").orElse(": " + otherwise);
    }

    /** The Levenshtein distance, computed row by row. */
    private static int distance(String one, String other) {
        int[] row = new int[other.length() + 1];
        for (int column = 0; column <= other.length(); column++) {
            row[column] = column;
        }
        for (int line = 1; line <= one.length(); line++) {
            int diagonal = row[0];
            row[0] = line;
            for (int column = 1; column <= other.length(); column++) {
                int same = one.charAt(line - 1) == other.charAt(column - 1) ? 0 : 1;
                int changed = Math.min(diagonal + same, 1 + Math.min(row[column], row[column - 1]));
                diagonal = row[column];
                row[column] = changed;
            }
        }
        return row[other.length()];
    }
}
