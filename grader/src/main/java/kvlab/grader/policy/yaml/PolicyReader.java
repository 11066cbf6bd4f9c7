package kvlab.grader.policy.yaml;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kvlab.grader.check.ApiRules;
import kvlab.grader.execute.LabSuite;
import kvlab.grader.policy.DataSize;
import kvlab.grader.policy.Due;
import kvlab.grader.policy.FileRules;
import kvlab.grader.policy.FirstSeed;
import kvlab.grader.policy.HandInRules;
import kvlab.grader.policy.InformationRules;
import kvlab.grader.policy.LateRule;
import kvlab.grader.policy.NotBuilding;
import kvlab.grader.policy.Percent;
import kvlab.grader.policy.Policy;
import kvlab.grader.policy.RepeatedRuns;
import kvlab.grader.policy.ResourceLimits;
import kvlab.grader.policy.SuiteRules;
import kvlab.grader.policy.TestRule;

/** Reads policy files: YAML 1.2, as {@code grader/policies/README.md} describes. */
public final class PolicyReader {

    private static final int MAX_LATE_DAYS = 366;
    private static final int MAX_SCALE = 1_000_000_000;
    private static final int MAX_FINDINGS = 10_000;
    private static final int MAX_PROCESSES = 100_000;

    private static final Map<String, RepeatedRuns> RUNS = Map.of(
            "all-must-pass", new RepeatedRuns.AllMustPass(),
            "proportional", new RepeatedRuns.Proportional(),
            "minimum-rate", new RepeatedRuns.MinimumRate(Percent.ALL));

    private final SuitesReader suites;

    /** @param suites the suites that a policy may name */
    public PolicyReader(List<LabSuite> suites) {
        this.suites = new SuitesReader(suites);
    }

    /**
     * Reads a policy.
     *
     * @throws UnusablePolicyException if it is invalid, with all problems
     * @throws IOException if the file cannot be read
     */
    public Policy read(Path file) throws UnusablePolicyException, IOException {
        return read(file.toString(), Files.readAllBytes(file));
    }

    /** @param file its name in messages */
    public Policy read(String file, byte[] bytes) throws UnusablePolicyException {
        Section top = Section.top(file, new YamlText(file, bytes).root());
        Policy policy = policy(top);
        // Invalid values are missing here; checking further would only report follow-up problems.
        top.throwIfWrong();
        policy.inexact().ifPresent(reason -> top.wrong("scale", reason));
        top.throwIfWrong();
        return policy;
    }

    private Policy policy(Section top) {
        String name = top.need("name", Kind.NAME).orElse("");
        RepeatedRuns runs = repeatedRuns(top);
        List<SuiteRules> rules = suites.read(top, runs);
        long seed = top.get("seed", Kind.SEED, 1L);
        LateRule late = late(top.section("late"), top.has("late"));
        return new Policy(
                name,
                top.get("title", Kind.TITLE, name),
                rules,
                new FirstSeed.Same(seed),
                hiddenSeed(top, seed, rules),
                runs,
                top.get("scale", Kind.whole("a whole number", 1, MAX_SCALE)),
                due(top),
                late,
                notBuilding(top.section("not-building")),
                handIn(top.section("hand-in"), late),
                files(top.section("files"), rules),
                api(top.section("api")),
                information(top.section("information")),
                limits(top.section("limits")));
    }

    private static RepeatedRuns repeatedRuns(Section top) {
        RepeatedRuns runs = top.get("repeated-runs", Kind.choice(RUNS), new RepeatedRuns.AllMustPass());
        if (runs instanceof RepeatedRuns.MinimumRate) {
            Percent rate = top.need("minimum-rate", Kind.PERCENT).orElse(Percent.ALL);
            if (rate.value().signum() == 0) {
                top.wrong("minimum-rate", "is 0, by which a test that never passes earns its points");
            }
            return new RepeatedRuns.MinimumRate(rate);
        }
        if (top.has("minimum-rate")) {
            top.wrong("minimum-rate", "has no effect without repeated-runs: minimum-rate");
        }
        return runs;
    }

    private static Optional<FirstSeed> hiddenSeed(Section top, long seed, List<SuiteRules> rules) {
        Optional<Long> hidden = top.get("hidden-seed", Kind.SEED);
        Optional<String> secret = top.get("seed-secret", Kind.SECRET);
        if (hidden.isPresent() && secret.isPresent()) {
            top.wrong("seed-secret", "takes the place of hidden-seed: keep one of them");
        }
        int most = rules.stream()
                .flatMap(suite -> suite.tests().stream())
                .mapToInt(TestRule::schedules)
                .max()
                .orElse(1);
        if (hidden.isPresent() && Math.abs(hidden.get() - seed) < most) {
            top.wrong(
                    "hidden-seed",
                    "is among the seeds that students know, which are those from " + seed + " to " + (seed + most - 1)
                            + ": take one that students cannot guess");
        }
        return hidden.<FirstSeed>map(FirstSeed.Same::new).or(() -> secret.map(FirstSeed.Own::new));
    }

    private static Optional<Due> due(Section top) {
        if (!top.has("due")) {
            return Optional.empty();
        }
        Section due = top.section("due");
        Optional<LocalDateTime> at = due.need("at", Kind.LOCAL_TIME);
        Optional<ZoneId> zone = due.need("zone", Kind.ZONE);
        Duration grace = due.get("grace", Kind.DURATION, Duration.ZERO);
        if (at.isEmpty() || zone.isEmpty()) {
            return Optional.empty();
        }
        if (zone.get().getRules().getValidOffsets(at.get()).isEmpty()) {
            due.wrong("at", "there is no such time in " + zone.get() + ": clocks are put forward over it that day");
            return Optional.empty();
        }
        // If clocks are set back, a local time occurs twice: use the second.
        return Optional.of(new Due(ZonedDateTime.of(at.get(), zone.get()).withLaterOffsetAtOverlap(), grace));
    }

    private static LateRule late(Section late, boolean given) {
        if (!given) {
            return LateRule.NOTHING_LATE;
        }
        return new LateRule(
                late.need("percent-per-day", Kind.PERCENT).orElse(Percent.ZERO),
                late.get("percent-of", Kind.choice(LateRule.Base.class), LateRule.Base.SCORE),
                late.need("most-days", Kind.count("a number of days", 0, MAX_LATE_DAYS))
                        .orElse(0));
    }

    private static NotBuilding notBuilding(Section section) {
        Percent atMost = section.get("at-most-percent", Kind.PERCENT, Percent.ZERO);
        Percent gets = section.get("gets-percent", Kind.PERCENT, Percent.ZERO);
        if (gets.value().compareTo(atMost.value()) > 0) {
            section.wrong("gets-percent", "is more than at-most-percent, which is " + atMost.value());
        }
        return new NotBuilding(atMost, gets);
    }

    private static HandInRules handIn(Section section, LateRule late) {
        List<HandInRules.Form> forms =
                section.list("forms", Kind.choice(HandInRules.Form.class)).orElse(List.of(HandInRules.Form.values()));
        if (forms.isEmpty()) {
            section.wrong("forms", "names nothing that could be handed in: expected for example [git]");
        }
        Optional<String> branch = section.get("branch", Kind.BRANCH);
        if (branch.isPresent() && !forms.contains(HandInRules.Form.GIT)) {
            section.wrong("branch", "has no effect unless git is among the forms");
        }
        Optional<String> folder = section.get("folder", Kind.FOLDER);
        if (folder.isPresent() && !forms.contains(HandInRules.Form.GIT)) {
            section.wrong("folder", "has no effect unless git is among the forms");
        }
        HandInRules.Counts counts =
                section.get("counts", Kind.choice(HandInRules.Counts.class), HandInRules.Counts.BEST);
        if (counts == HandInRules.Counts.ON_TIME && late.mostDays() > 0) {
            section.wrong(
                    "counts", "is on-time, by which nothing late counts, and late.most-days is " + late.mostDays());
        }
        return new HandInRules(
                Set.copyOf(forms),
                branch,
                folder.map(path -> path + "/").orElse(""),
                counts,
                section.get("flat", Kind.FLAG, false));
    }

    private static FileRules files(Section section, List<SuiteRules> suites) {
        List<String> needed = suites.stream()
                .flatMap(suite -> suite.suite().needs().stream())
                .distinct()
                .sorted()
                .map(part -> part.simpleName() + ".java")
                .toList();
        FileRules rules = new FileRules(
                section.list("allowed", Kind.FILE).orElse(needed),
                section.get("restricted", Kind.choice(FileRules.Restricted.class), FileRules.Restricted.REFUSE));
        needed.stream()
                .filter(file -> !rules.allows(file))
                .forEach(file -> section.wrong("allowed", "lacks " + file + ", which the tests need"));
        return rules;
    }

    private static ApiRules api(Section section) {
        ApiRules rules = new ApiRules(
                section.list("allow", Kind.API).orElse(List.of()),
                section.list("forbid", Kind.API).orElse(List.of()));
        rules.allowed().stream()
                .filter(rules.forbidden()::contains)
                .forEach(name -> section.wrong("forbid", name + " is under allow as well"));
        return rules;
    }

    private static InformationRules information(Section section) {
        InformationRules none = InformationRules.NONE;
        boolean coverage = section.get("coverage", Kind.FLAG, none.coverage());
        boolean style = section.get("style", Kind.FLAG, none.style());
        BigDecimal coveragePoints = section.get("coverage-points", Kind.POINTS, none.coveragePoints());
        Percent atLeast = section.get("coverage-at-least", Kind.PERCENT, none.coverageAtLeast());
        BigDecimal stylePoints = section.get("style-points", Kind.POINTS, none.stylePoints());
        int atMost =
                section.get("style-at-most", Kind.count("a number of findings", 0, MAX_FINDINGS), none.styleAtMost());
        needs(section, "coverage", coverage, "coverage-points", "coverage-at-least");
        needs(section, "style", style, "style-points", "style-at-most");
        return new InformationRules(coverage, coveragePoints, atLeast, style, stylePoints, atMost);
    }

    /** Reports dependent keys that would otherwise be ignored silently. */
    private static void needs(Section section, String key, boolean on, String... dependent) {
        for (String other : dependent) {
            if (!on && section.has(other)) {
                section.wrong(other, "has no effect without " + key + ": true");
            }
        }
    }

    private static ResourceLimits limits(Section section) {
        ResourceLimits usual = ResourceLimits.DEFAULT;
        Duration wallClock = section.get("wall-clock", Kind.DURATION, usual.wallClock());
        if (wallClock.isZero()) {
            section.wrong("wall-clock", "leaves no time at all: expected a time such as 10 min");
        }
        DataSize heap = section.get("heap", Kind.SIZE, usual.heap());
        if (heap.inMebibytes() < ResourceLimits.MIN_HEAP.inMebibytes()) {
            section.wrong("heap", "is too little to run any test: expected " + ResourceLimits.MIN_HEAP + " or more");
        }
        return new ResourceLimits(
                wallClock,
                heap,
                section.get("processes", Kind.count("a whole number", 1, MAX_PROCESSES), usual.processes()),
                section.get("output", Kind.SIZE, usual.output()));
    }
}
