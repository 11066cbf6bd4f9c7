package kvlab.junit;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import kvlab.schedule.Seeds;
import kvlab.schedule.StopRule;
import kvlab.sim.World.CoroutineKind;
import org.junit.platform.commons.JUnitException;

/**
 * How lab tests are run, from JUnit's configuration parameters. These can be given to the launcher, as system properties
 * ({@code -Dkvlab.seed=81}), or in {@code junit-platform.properties}.
 *
 * @param seed {@code kvlab.seed}: the first schedule's seed, by default 1
 * @param schedules {@code kvlab.schedules}: how many schedules of each test, with seeds from the first on; by default 1
 * @param failures {@code kvlab.failures}: a test ends once so many of its schedules have failed; by default, and at most, as
 *     many as there are schedules
 * @param parallel {@code kvlab.parallel}: how many schedules of one test run at the same time; by default 1
 * @param replay {@code kvlab.replay}: the command that a replay line begins with, by default {@code ./kvlab test}
 * @param trace {@code kvlab.trace}: the file that the schedule's trace is written to; by default none. With several tests
 *     or schedules, that of the first failed one stays, or else the last; and {@code kvlab.only}, which of its events: a
 *     line or several lines in the form of {@link kvlab.record.Selection#of}
 * @param coroutines {@code kvlab.coroutines}: {@code baton} or {@code continuation}; by default the quickest there is
 */
record Settings(
        long seed,
        int schedules,
        int failures,
        int parallel,
        String replay,
        Optional<TraceFile> trace,
        CoroutineKind coroutines) {

    static Settings from(Function<String, Optional<String>> parameters) {
        int schedules = (int) number(parameters, "kvlab.schedules", 1, 1, 1_000_000);
        return new Settings(
                number(parameters, "kvlab.seed", 1, Long.MIN_VALUE, Long.MAX_VALUE),
                schedules,
                (int) number(parameters, "kvlab.failures", schedules, 1, schedules),
                (int) number(parameters, "kvlab.parallel", 1, 1, 1_000),
                parameters.apply("kvlab.replay").orElse("./kvlab test"),
                trace(parameters),
                parameters.apply("kvlab.coroutines").map(Settings::kind).orElseGet(CoroutineKind::best));
    }

    Seeds seeds() {
        return new Seeds(seed, schedules, StopRule.afterFailures(failures));
    }

    private static long number(
            Function<String, Optional<String>> parameters, String name, long byDefault, long least, long most) {
        Optional<String> text = parameters.apply(name);
        if (text.isEmpty()) {
            return byDefault;
        }
        try {
            long value = Long.parseLong(text.get().trim());
            if (value >= least && value <= most) {
                return value;
            }
        } catch (NumberFormatException e) {
            // reported below
        }
        throw new JUnitException(name + " must be a whole number"
                + (most == Long.MAX_VALUE ? "" : " from " + least + " to " + most) + ", not \"" + text.get() + "\"");
    }

    private static Optional<TraceFile> trace(Function<String, Optional<String>> parameters) {
        List<String> only =
                parameters.apply("kvlab.only").stream().flatMap(String::lines).toList();
        try {
            return parameters.apply("kvlab.trace").map(file -> new TraceFile(Path.of(file), only));
        } catch (IllegalArgumentException e) {
            throw new JUnitException("kvlab.only: " + e.getMessage(), e);
        }
    }

    private static CoroutineKind kind(String name) {
        try {
            return CoroutineKind.valueOf(name.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new JUnitException("kvlab.coroutines must be baton or continuation, not \"" + name + "\"");
        }
    }
}
