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
 * A submission's score and its parts: the tests' points and extra credit, and the adjustments, add up to the score. All
 * arithmetic is exact.
 *
 * @param tests in the policy's order
 * @param adjustments adjustments to the tests' points; the late penalty comes last
 * @param points the score; a lower bound if it {@linkplain #isOpen is open}
 * @param possible the score if all undecided parts were decided in the submission's favour
 * @param review the reason for review by a TA, if any
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
     * Computes the score of an outcome.
     *
     * @param outcome with the tests in the policy's order
     * @param lateDays number of days late, rounded up
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
     * Adjustments with their points, each computed from the score before it.
     *
     * @param earned the tests' points
     * @param hopeful whether measurements that the kit failed to make count in the submission's favour
     */
    public static List<Adjustment> computed(
            List<Adjustment> rules, BigDecimal earned, BigDecimal fullMarks, boolean hopeful) {
        List<Adjustment> adjustments = new ArrayList<>();
        for (Adjustment rule : rules) {
            adjustments.add(rule.computed(sum(adjustments, earned), fullMarks, hopeful));
        }
        return adjustments;
    }

    /** The score after the adjustments. */
    public static BigDecimal sum(List<Adjustment> adjustments, BigDecimal earned) {
        return adjustments.stream().map(Adjustment::points).reduce(earned, BigDecimal::add);
    }

    /** Whether the score may still rise, because something is undecided. */
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
                tests.add(TestResult.of(
                        suite.suite().test(rule.number()).suite(), rule, policy.repeatedRuns(), outcomes.next()));
            }
        }
        return tests;
    }

    /** Whether it compiled, and a schedule ended before its process did. */
    private static boolean builds(SubmissionOutcome outcome) {
        return outcome.compileErrors().isEmpty()
                && !outcome.tests().stream()
                        .allMatch(test -> test.verdict() instanceof Verdict.Crashed && test.passedSchedules() == 0);
    }

    /** The applicable adjustments, the late penalty last, without their points. */
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
