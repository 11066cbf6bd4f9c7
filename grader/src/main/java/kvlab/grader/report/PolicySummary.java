package kvlab.grader.report;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import kvlab.grader.policy.Due;
import kvlab.grader.policy.FileRules;
import kvlab.grader.policy.FirstSeed;
import kvlab.grader.policy.HandInRules;
import kvlab.grader.policy.InformationRules;
import kvlab.grader.policy.LateRule;
import kvlab.grader.policy.NotBuilding;
import kvlab.grader.policy.Points;
import kvlab.grader.policy.Policy;
import kvlab.grader.policy.SuiteRules;
import kvlab.grader.policy.TestRule;

/** A summary of a policy in a few lines, so that its author can check it. */
public final class PolicySummary {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("EEE d MMM uuuu HH:mm:ss zzz", Locale.ENGLISH);

    private final Policy policy;

    public PolicySummary(Policy policy) {
        this.policy = policy;
    }

    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(policy.title() + " (" + policy.name() + "): " + worth(policy.fullMarks(), policy.extraCredit()));
        policy.suites().forEach(suite -> lines.addAll(suite(suite)));
        lines.add("seeds from " + seed(policy.seed()) + ", in the final grade "
                + policy.hiddenSeed().map(hidden -> "from " + seed(hidden)).orElse("as well"));
        lines.add(policy.repeatedRuns().inWords());
        lines.add(due());
        NotBuilding notBuilding = policy.notBuilding();
        lines.add("what does not build gets "
                + Points.text(notBuilding.gets().of(policy.fullMarks())) + " points for review, at most "
                + Points.text(notBuilding.atMost().of(policy.fullMarks())));
        lines.add("handed in as " + handIn() + "; files "
                + String.join(", ", policy.files().allowed()) + "; changes to others are "
                + (policy.files().restricted() == FileRules.Restricted.REFUSE ? "refused" : "undone"));
        if (policy.information().asks()) {
            lines.add(information(policy.information()));
        }
        lines.add("formats of whole numbers show scores times " + policy.wholeNumberScale());
        return List.copyOf(lines);
    }

    private static String seed(FirstSeed seed) {
        return seed instanceof FirstSeed.Same same ? "" + same.seed() : "one of each submission's own";
    }

    private static List<String> suite(SuiteRules suite) {
        List<String> lines = new ArrayList<>();
        List<TestRule> tests = suite.tests();
        int first = 0;
        for (int next = 1; next <= tests.size(); next++) {
            if (next == tests.size() || !tests.get(first).isLike(tests.get(next))) {
                lines.add(suite.name() + " " + alike(tests.subList(first, next)));
                first = next;
            }
        }
        return lines;
    }

    private static String alike(List<TestRule> tests) {
        TestRule rule = tests.get(0);
        int last = tests.get(tests.size() - 1).number();
        String each = tests.size() == 1 ? "" : " each";
        return (tests.size() == 1 ? "test " + rule.number() : "tests " + rule.number() + " to " + last) + ": "
                + worth(rule.points(), rule.extraCredit()) + each + ", " + rule.schedules() + " schedules" + each
                + ", students see " + words(rule.studentsSee());
    }

    private static String worth(BigDecimal points, BigDecimal extraCredit) {
        String full = Points.text(points) + " points";
        if (extraCredit.signum() == 0) {
            return full;
        }
        String extra = Points.text(extraCredit) + " extra credit";
        return points.signum() == 0 ? extra : full + " and " + extra;
    }

    private String due() {
        if (policy.due().isEmpty()) {
            return "no due date: nothing is late";
        }
        Due due = policy.due().get();
        String grace = due.grace().isZero() ? "" : ", " + minutes(due.grace()) + " of grace";
        LateRule late = policy.late();
        String then = late.mostDays() == 0
                ? "nothing counts after it"
                : late.perDay() + " of " + (late.of() == LateRule.Base.SCORE ? "the score" : "full marks")
                        + " off for each day begun, nothing counts after " + late.mostDays() + " days";
        return "due " + TIME.format(due.at()) + grace + "; " + then + "; "
                + policy.handIn().counts().inWords();
    }

    private static String information(InformationRules rules) {
        List<String> parts = new ArrayList<>();
        if (rules.coverage()) {
            parts.add("coverage by the tests"
                    + reward(rules.coveragePoints(), "at least " + rules.coverageAtLeast() + " of the lines"));
        }
        if (rules.style()) {
            parts.add(
                    "findings on style" + reward(rules.stylePoints(), "at most " + rules.styleAtMost() + " findings"));
        }
        return "reports tell beside the verdicts: " + String.join("; ", parts);
    }

    private static String reward(BigDecimal points, String condition) {
        return points.signum() == 0 ? "" : " (" + condition + ": " + Points.text(points) + " extra credit)";
    }

    private String handIn() {
        HandInRules handIn = policy.handIn();
        String forms = handIn.forms().stream().map(PolicySummary::words).collect(Collectors.joining(", "));
        return forms
                + handIn.branch().map(branch -> " (branch " + branch + ")").orElse("")
                + (handIn.folder().isEmpty() ? "" : ", of repositories the folder " + handIn.folder())
                + (handIn.flat() ? ", archives flat" : "");
    }

    private static String minutes(Duration time) {
        return time.toSeconds() % 60 == 0 ? time.toMinutes() + " min" : time.toSeconds() + " s";
    }

    private static String words(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
