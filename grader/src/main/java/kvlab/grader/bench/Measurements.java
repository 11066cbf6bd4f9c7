package kvlab.grader.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** All measurements. */
public final class Measurements {

    private Measurements() {}

    /**
     * The measurements by name, in order of execution.
     *
     * @param home the top of the kit
     */
    public static Map<String, Measurement> of(Path home) {
        Path solution = home.resolve("solution");
        Map<String, Measurement> all = new LinkedHashMap<>();
        all.put(
                "test",
                ScriptRun.of(
                        home, "one run of all tests from a cold start", 5, Duration.ofSeconds(2), "test", "solution"));
        all.put(
                "grade",
                ScriptRun.of(
                        home,
                        "one submission graded from a cold start, 100 schedules",
                        3,
                        Duration.ofSeconds(5),
                        "grade",
                        "solution"));
        all.put(
                "thousand",
                ScriptRun.within(
                        512L << 20,
                        home,
                        "a thousand schedules of all tests, start and compile included",
                        Duration.ofSeconds(10),
                        "grade",
                        "solution",
                        "--schedules",
                        "1000"));
        all.put("core", WarmSuite.core(solution));
        all.put("extended", WarmSuite.extended(solution));
        all.put("idle", new IdleCluster());
        all.put("checker", new CheckerTimes(home));
        all.put(
                "corpus",
                ScriptRun.of(home, "the corpus of wrong and correct submissions", 1, Duration.ofMinutes(1), "corpus"));
        all.put("class", new WholeClass(home));
        return all;
    }
}
