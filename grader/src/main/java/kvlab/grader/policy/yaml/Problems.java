package kvlab.grader.policy.yaml;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects what is wrong with one file, so that all of it can be said at once. */
final class Problems {

    private final String file;
    private final List<Problem> found = new ArrayList<>();

    Problems(String file) {
        this.file = file;
    }

    void add(int line, String key, String message) {
        found.add(new Problem(file, line, key, message));
    }

    /** @throws UnusablePolicyException if there are any */
    void throwIfAny() throws UnusablePolicyException {
        if (!found.isEmpty()) {
            throw new UnusablePolicyException(found.stream()
                    .sorted(Comparator.comparingInt(Problem::line))
                    .toList());
        }
    }
}
