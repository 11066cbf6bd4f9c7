package kvlab.grader.policy.yaml;

import static java.util.Map.entry;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Every key that a policy file may have. Where a file has names of its own for keys, {@code SUITE} and {@code TESTS}
 * stand for them.
 */
public final class Keys {

    static final String TOP = "";
    static final String SUITE = "suites.SUITE";
    static final String TESTS = "suites.SUITE.tests.TESTS";

    private static final Map<String, List<String>> BELOW = Map.ofEntries(
            entry(
                    TOP,
                    List.of(
                            "name",
                            "title",
                            "suites",
                            "seed",
                            "hidden-seed",
                            "repeated-runs",
                            "minimum-rate",
                            "scale",
                            "due",
                            "late",
                            "not-building",
                            "hand-in",
                            "files",
                            "api",
                            "information",
                            "limits")),
            entry(SUITE, List.of("points", "extra-credit", "schedules", "students-see", "tests")),
            entry(TESTS, List.of("points", "extra-credit", "schedules", "students-see")),
            entry("due", List.of("at", "zone", "grace")),
            entry("late", List.of("percent-per-day", "percent-of", "most-days")),
            entry("not-building", List.of("at-most-percent", "gets-percent")),
            entry("hand-in", List.of("forms", "branch", "flat")),
            entry("files", List.of("allowed", "restricted")),
            entry("api", List.of("allow", "forbid")),
            entry(
                    "information",
                    List.of(
                            "coverage",
                            "coverage-points",
                            "coverage-at-least",
                            "style",
                            "style-points",
                            "style-at-most")),
            entry("limits", List.of("wall-clock", "heap", "processes", "output")));

    private Keys() {}

    /** The keys below one, or below {@link #TOP}; empty if the file chooses them. */
    static List<String> below(String key) {
        return BELOW.getOrDefault(key, List.of());
    }

    /** All of them, with the keys above them. */
    static Stream<String> all() {
        return BELOW.entrySet().stream()
                .flatMap(section -> section.getValue().stream().map(key -> path(section.getKey(), key)));
    }

    static String path(String above, String key) {
        return above.isEmpty() ? key : above + "." + key;
    }
}
