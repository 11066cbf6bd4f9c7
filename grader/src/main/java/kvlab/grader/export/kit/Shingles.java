package kvlab.grader.export.kit;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.LongPredicate;

/** Sequences of words of a fixed length that occur in texts, as hashes, to find a copied passage in another text. */
final class Shingles {

    private static final long BASE = 0x9E3779B97F4A7C15L;

    private final int length;
    private final long leaving;
    private final Set<Long> all = new HashSet<>();

    /** @param length in words: shorter passages are not found */
    Shingles(int length) {
        this.length = length;
        long power = 1;
        for (int i = 0; i < length; i++) {
            power *= BASE;
        }
        this.leaving = power;
    }

    void add(List<String> words) {
        anyMatch(words, passage -> {
            all.add(passage);
            return false;
        });
    }

    /** Whether a text has a passage of this length in common with those added. */
    boolean isIn(List<String> words) {
        return anyMatch(words, all::contains);
    }

    /** Rolls a hash over the text (Karp and Rabin). */
    private boolean anyMatch(List<String> words, LongPredicate test) {
        long hash = 0;
        for (int i = 0; i < words.size(); i++) {
            hash = hash * BASE + words.get(i).hashCode();
            if (i >= length) {
                hash -= leaving * words.get(i - length).hashCode();
            }
            if (i >= length - 1 && test.test(hash)) {
                return true;
            }
        }
        return false;
    }
}
