package kvlab.grader.policy.yaml;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All keys of policy files. {@code SUITE} and {@code TESTS} stand for keys that the file chooses. */
public final class Keys {

    static final String TOP = "";
    static final String SUITE = "suites.SUITE";
    static final String TESTS = "suites.SUITE.tests.TESTS";

    /** Each key with the keys below it, one per line; the first line has the top-level keys. */
    private static final Map<String, List<String>> BELOW = """
            : name title suites seed hidden-seed seed-secret repeated-runs minimum-rate scale due late not-building hand-in files api \
              information limits
            suites.SUITE: points extra-credit schedules students-see tests
            suites.SUITE.tests.TESTS: points extra-credit schedules students-see
            due: at zone grace
            late: percent-per-day percent-of most-days
            not-building: at-most-percent gets-percent
            hand-in: forms branch folder counts flat
            files: allowed restricted
            api: allow forbid
            information: coverage coverage-points coverage-at-least style style-points style-at-most
            limits: wall-clock heap processes output
            """.lines()
            .map(line -> line.split(": "))
            .collect(Collectors.toMap(line -> line[0], line -> List.of(line[1].split(" +"))));

    private Keys() {}

    /** The keys below one, or below {@link #TOP}; empty if the file chooses them. */
    static List<String> below(String key) {
        return BELOW.getOrDefault(key, List.of());
    }

    /** All keys, as full paths. */
    static Stream<String> all() {
        return BELOW.entrySet().stream()
                .flatMap(section -> section.getValue().stream().map(key -> path(section.getKey(), key)));
    }

    static String path(String above, String key) {
        return above.isEmpty() ? key : above + "." + key;
    }
}
