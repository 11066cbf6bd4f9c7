package kvlab.scenario;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** A value that was put together by appends like "x 2 5 y": the sixth of Clerk 2, say. */
record Appends(List<String> parts) {
    private static final Pattern PART = Pattern.compile("x \\d+ \\d+ y|[^x]+|x");

    static String part(int clerk, int count) {
        return "x " + clerk + " " + count + " y";
    }

    static Appends in(String value) {
        return new Appends(
                PART.matcher(value).results().map(found -> found.group()).toList());
    }

    /** What is wrong with a value that should consist of appends, in their order; empty if it does. */
    static Optional<String> wrongIn(String value, List<String> expected) {
        // Nearly always it does, and every get asks.
        return value.equals(String.join("", expected))
                ? Optional.empty()
                : in(value).wrongAgainst(expected);
    }

    /** What is wrong with these if they should be others, in the same order; empty if they are these. */
    Optional<String> wrongAgainst(List<String> expected) {
        Optional<String> wrong = wrongAgainstInAnyOrder(expected);
        if (wrong.isPresent() || parts.equals(expected)) {
            return wrong;
        }
        int same = 0;
        while (parts.get(same).equals(expected.get(same))) {
            same++;
        }
        return Optional.of("\"" + parts.get(same) + "\" stands before \"" + expected.get(same) + "\"");
    }

    /** What is wrong with these if they should be others, in whatever order; empty if they are these. */
    Optional<String> wrongAgainstInAnyOrder(List<String> expected) {
        for (String part : parts) {
            int times = Collections.frequency(parts, part);
            if (!expected.contains(part)) {
                return Optional.of("\"" + part + "\" is there, which was never appended");
            } else if (times > 1) {
                return Optional.of("\"" + part + "\" is there " + (times == 2 ? "twice" : times + " times"));
            }
        }
        List<String> missing = new ArrayList<>(expected);
        missing.removeAll(parts);
        return missing.isEmpty()
                ? Optional.empty()
                : Optional.of("\"" + missing.get(0) + "\" is missing"
                        + (missing.size() == 1 ? "" : ", and " + (missing.size() - 1) + " more"));
    }
}
