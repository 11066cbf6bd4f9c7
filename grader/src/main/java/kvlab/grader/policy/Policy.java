package kvlab.grader.policy;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import kvlab.grader.check.ApiRules;

/**
 * The rules and points of an assignment, read from a valid policy file.
 *
 * @param name what reports call it
 * @param title for people
 * @param suites in the order of the file, each once
 * @param seed of each test's first schedule
 * @param hiddenSeed takes its place in the final grade
 * @param scale what scores are multiplied by in formats that take whole numbers only; empty for the smallest power of
 *     ten that rounds nothing away
 * @param due empty if nothing is ever late
 */
public record Policy(
        String name,
        String title,
        List<SuiteRules> suites,
        FirstSeed seed,
        Optional<FirstSeed> hiddenSeed,
        RepeatedRuns repeatedRuns,
        Optional<Long> scale,
        Optional<Due> due,
        LateRule late,
        NotBuilding notBuilding,
        HandInRules handIn,
        FileRules files,
        ApiRules api,
        InformationRules information,
        ResourceLimits limits) {

    public Policy {
        suites = List.copyOf(suites);
    }

    /** All tests, suite by suite, by number: the order of every report. */
    public List<TestRule> tests() {
        return suites.stream().flatMap(suite -> suite.tests().stream()).toList();
    }

    /** The maximum without extra credit. */
    public BigDecimal fullMarks() {
        return sum(tests().stream().map(TestRule::points));
    }

    /** The maximum extra credit. */
    public BigDecimal extraCredit() {
        return sum(Stream.concat(tests().stream().map(TestRule::extraCredit), Stream.of(information.points())));
    }

    /** The number of days late, rounded up, for a hand-in at this time. */
    public int lateDays(Instant submitted) {
        return due.map(time -> time.lateDays(submitted)).orElse(0);
    }

    /**
     * The factor that makes every score a whole number.
     *
     * @throws IllegalStateException if the policy's scores are no exact decimals; then it {@linkplain #inexact says so}
     */
    public long wholeNumberScale() {
        inexact().ifPresent(reason -> {
            throw new IllegalStateException(reason);
        });
        return scale.orElseGet(() -> Exactness.smallestScale(this).longValueExact());
    }

    /**
     * The reason why a score would have to be rounded or is too large for formats of whole numbers; empty if there is
     * none.
     */
    public Optional<String> inexact() {
        return Exactness.problem(this);
    }

    /** The same with other schedules. */
    public Policy withSchedules(int schedules) {
        List<SuiteRules> others = suites.stream()
                .map(suite -> new SuiteRules(
                        suite.suite(),
                        suite.tests().stream()
                                .map(test -> test.withSchedules(schedules))
                                .toList()))
                .toList();
        return with(others, seed, due);
    }

    /** The same with another seed. */
    public Policy withSeed(FirstSeed seed) {
        return with(suites, seed, due);
    }

    /** The same with another due time, in the same zone and with the same grace, if the policy has a late penalty. */
    public Policy withDue(Instant time) {
        ZoneId zone = due.map(own -> own.at().getZone()).orElse(ZoneOffset.UTC);
        Duration grace = due.map(Due::grace).orElse(Duration.ZERO);
        boolean lateMatters = due.isPresent() || late.mostDays() > 0;
        return lateMatters ? with(suites, seed, Optional.of(new Due(time.atZone(zone), grace))) : this;
    }

    /** The rules that decide scores, without what people call them. */
    public Policy unnamed() {
        return with("", "", suites, seed, due);
    }

    private Policy with(List<SuiteRules> suites, FirstSeed seed, Optional<Due> due) {
        return with(name, title, suites, seed, due);
    }

    private Policy with(String name, String title, List<SuiteRules> suites, FirstSeed seed, Optional<Due> due) {
        return new Policy(
                name,
                title,
                suites,
                seed,
                hiddenSeed,
                repeatedRuns,
                scale,
                due,
                late,
                notBuilding,
                handIn,
                files,
                api,
                information,
                limits);
    }

    private static BigDecimal sum(Stream<BigDecimal> amounts) {
        return Points.normal(amounts.reduce(BigDecimal.ZERO, BigDecimal::add));
    }
}
