package kvlab.grader.policy.score;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import kvlab.grader.execute.SubmissionOutcome;
import kvlab.grader.execute.TestOutcome;
import kvlab.grader.policy.NotBuilding;
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
 * @param adjustments what is given beside the tests to what they have earned at least; last, what being late takes off
 * @param total what it all comes to; out of full marks, so that extra credit may lift it above them
 * @param maxExtraCredit what can be earned beyond full marks
 * @param review why a TA should look at it, in a line each; empty if nobody need
 */
public record Score(
        List<TestScore> tests,
        List<Adjustment> adjustments,
        Earned total,
        BigDecimal maxExtraCredit,
        List<String> review) {

    public Score {
        tests = List.copyOf(tests);
        adjustments = List.copyOf(adjustments);
        review = List.copyOf(review);
    }

    /**
     * What an outcome is worth.
     *
     * @param outcome with the tests in the policy's order
     * @param lateDays how many days late it was handed in, each day begun counted whole
     */
    public static Score of(Policy policy, SubmissionOutcome outcome, int lateDays) {
        List<TestScore> tests = tests(policy, outcome);
        Earned earned = Earned.sum(tests, TestScore::points).plus(Earned.sum(tests, TestScore::extraCredit));
        boolean builds = builds(outcome);
        InformationPoints beside = new InformationPoints(policy.information(), outcome.information());
        List<Adjustment> adjustments = adjustments(policy, earned.atLeast(), builds, beside.earned(), lateDays);
        Earned total = new Earned(
                with(adjustments, earned.atLeast()),
                with(adjustments(policy, earned.atMost(), builds, beside.possible(), lateDays), earned.atMost()),
                policy.fullMarks());
        return new Score(tests, adjustments, total, policy.extraCredit(), review(policy, builds));
    }

    /** What is earned; at least that, if the score {@linkplain #isOpen is open}. */
    public BigDecimal points() {
        return total.atLeast();
    }

    /** Full marks. */
    public BigDecimal maxPoints() {
        return total.outOf();
    }

    /** Whether it may still rise, because the kit could not decide something. */
    public boolean isOpen() {
        return total.isOpen() || tests.stream().anyMatch(test -> !test.outcome().isDecided());
    }

    /** For people: {@code 80 / 90}, or {@code at least 80 / 90}. */
    public String inWords() {
        return (isOpen() ? "at least " : "") + Points.text(points()) + " / " + Points.text(maxPoints());
    }

    private static List<TestScore> tests(Policy policy, SubmissionOutcome outcome) {
        if (outcome.tests().size() != policy.tests().size()) {
            throw new IllegalArgumentException("outcomes of " + outcome.tests().size() + " tests, but " + policy.name()
                    + " has " + policy.tests().size());
        }
        Iterator<TestOutcome> outcomes = outcome.tests().iterator();
        List<TestScore> tests = new ArrayList<>();
        for (SuiteRules suite : policy.suites()) {
            for (TestRule rule : suite.tests()) {
                tests.add(TestScore.of(suite.name(), rule, policy.repeatedRuns(), outcomes.next()));
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

    private static List<Adjustment> adjustments(
            Policy policy, BigDecimal earned, boolean builds, List<Adjustment> beside, int lateDays) {
        List<Adjustment> adjustments = new ArrayList<>(beside);
        NotBuilding notBuilding = policy.notBuilding();
        if (!builds && notBuilding.gets().value().signum() > 0) {
            adjustments.add(new Adjustment(
                    "does not build: " + notBuilding.gets() + " of full marks",
                    notBuilding.gets().of(policy.fullMarks())));
        }
        if (lateDays > 0) {
            adjustments.add(
                    new Lateness(policy.late(), lateDays).adjustment(with(adjustments, earned), policy.fullMarks()));
        }
        return adjustments;
    }

    private static BigDecimal with(List<Adjustment> adjustments, BigDecimal earned) {
        return adjustments.stream().map(Adjustment::points).reduce(earned, BigDecimal::add);
    }

    private static List<String> review(Policy policy, boolean builds) {
        return builds || policy.notBuilding().atMost().value().signum() == 0
                ? List.of()
                : List.of("does not build: a TA may give it up to "
                        + Points.text(policy.notBuilding().atMost().of(policy.fullMarks())) + " points");
    }
}
