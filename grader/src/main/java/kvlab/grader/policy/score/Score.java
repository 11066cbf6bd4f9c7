package kvlab.grader.policy.score;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import kvlab.diagnostic.Diagnostic;
import kvlab.grader.execute.SubmissionOutcome;
import kvlab.grader.execute.TestOutcome;
import kvlab.grader.execute.inspect.Coverage;
import kvlab.grader.execute.inspect.Information;
import kvlab.grader.execute.inspect.Style;
import kvlab.grader.policy.InformationRules;
import kvlab.grader.policy.Percent;
import kvlab.grader.policy.Points;
import kvlab.grader.policy.Policy;
import kvlab.grader.policy.SuiteRules;
import kvlab.grader.policy.TestRule;
import kvlab.schedule.Verdict;

/**
 * A submission's points, and how they came about: the tests' points and extra credit, and what is given or taken beside
 * them, add up to the score. All of it is exact.
 *
 * @param tests in the policy's order
 * @param adjustments to what the tests have earned at least; the one for being late comes last
 * @param points what is earned; at least that, if the score {@linkplain #isOpen is open}
 * @param possible what it would be if all that the kit could not decide were decided for the submission
 * @param review why a TA should look at it; empty if there is no reason
 */
public record Score(
        List<TestResult> tests,
        List<Adjustment> adjustments,
        BigDecimal points,
        BigDecimal possible,
        List<Diagnostic> review) {

    public Score {
        tests = List.copyOf(tests);
        adjustments = List.copyOf(adjustments);
        points = Points.normal(points);
        possible = Points.normal(possible);
        review = List.copyOf(review);
    }

    /**
     * What an outcome is worth.
     *
     * @param outcome with the tests in the policy's order
     * @param lateDays how many days late it was handed in, each day begun counted whole
     */
    public static Score of(Policy policy, SubmissionOutcome outcome, int lateDays) {
        Optional<Information> information = outcome.information();
        List<TestResult> tests = tests(policy, outcome);
        BigDecimal earned = BigDecimal.ZERO;
        BigDecimal possible = BigDecimal.ZERO;
        for (TestResult test : tests) {
            earned = earned.add(test.earned());
            possible = possible.add(test.possible(policy.repeatedRuns()));
        }
        boolean builds = builds(outcome);
        List<Adjustment> rules = rules(policy, information, builds, lateDays);
        boolean hopeful = information.isPresent() && !information.get().complete();
        BigDecimal full = policy.fullMarks();
        List<Adjustment> adjustments = computed(rules, earned, full, false);
        return new Score(
                tests,
                adjustments,
                sum(adjustments, earned),
                sum(computed(rules, possible, full, hopeful), possible),
                review(policy, builds));
    }

    /**
     * Adjustments with the points that follow from their rules, each of the score before it.
     *
     * @param earned by the tests
     * @param hopeful whether what the kit failed to find out counts as the policy wants it
     */
    public static List<Adjustment> computed(
            List<Adjustment> rules, BigDecimal earned, BigDecimal fullMarks, boolean hopeful) {
        List<Adjustment> adjustments = new ArrayList<>();
        for (Adjustment rule : rules) {
            adjustments.add(rule.computed(sum(adjustments, earned), fullMarks, hopeful));
        }
        return adjustments;
    }

    /** What adjustments make of what the tests have earned. */
    public static BigDecimal sum(List<Adjustment> adjustments, BigDecimal earned) {
        return adjustments.stream().map(Adjustment::points).reduce(earned, BigDecimal::add);
    }

    /** Whether it may still rise, because the kit could not decide something. */
    public boolean isOpen() {
        return points.compareTo(possible) < 0 || !tests.stream().allMatch(TestResult::isDecided);
    }

    private static List<TestResult> tests(Policy policy, SubmissionOutcome outcome) {
        if (outcome.tests().size() != policy.tests().size()) {
            throw new IllegalArgumentException("outcomes of " + outcome.tests().size() + " tests, but " + policy.name()
                    + " has " + policy.tests().size());
        }
        Iterator<TestOutcome> outcomes = outcome.tests().iterator();
        List<TestResult> tests = new ArrayList<>();
        for (SuiteRules suite : policy.suites()) {
            for (TestRule rule : suite.tests()) {
                tests.add(TestResult.of(suite.name(), rule, policy.repeatedRuns(), outcomes.next()));
            }
        }
        return tests;
    }

    /** Whether it compiled, and anything of it came to an end before its process did. */
    private static boolean builds(SubmissionOutcome outcome) {
        return outcome.compileErrors().isEmpty()
                && !outcome.tests().stream()
                        .allMatch(test -> test.verdict() instanceof Verdict.Crashed && test.passedSchedules() == 0);
    }

    /** Which adjustments there are, the one for being late last; their points are not computed yet. */
    private static List<Adjustment> rules(
            Policy policy, Optional<Information> information, boolean builds, int lateDays) {
        List<Adjustment> rules = new ArrayList<>();
        InformationRules asked = policy.information();
        BigDecimal zero = BigDecimal.ZERO;
        information.ifPresent(found -> {
            if (asked.coveragePoints().signum() > 0) {
                rules.add(new Adjustment.CoveragePoints(
                        found.coverage().map(Coverage::lines), asked.coverageAtLeast(), asked.coveragePoints(), zero));
            }
            if (asked.stylePoints().signum() > 0) {
                rules.add(new Adjustment.StylePoints(
                        found.style().map(Style::count), asked.styleAtMost(), asked.stylePoints(), zero));
            }
        });
        Percent gets = policy.notBuilding().gets();
        if (!builds && gets.value().signum() > 0) {
            rules.add(new Adjustment.NotBuilding(gets, zero));
        }
        if (lateDays > 0) {
            rules.add(new Adjustment.Late(policy.late(), lateDays, zero));
        }
        return rules;
    }

    private static List<Diagnostic> review(Policy policy, boolean builds) {
        Percent atMost = policy.notBuilding().atMost();
        return builds || atMost.value().signum() == 0
                ? List.of()
                : List.of(Diagnostic.of("review.not-building")
                        .with("points", Points.text(atMost.of(policy.fullMarks()))));
    }
}
