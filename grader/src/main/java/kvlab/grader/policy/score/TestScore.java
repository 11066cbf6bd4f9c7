package kvlab.grader.policy.score;

import java.math.BigDecimal;
import kvlab.grader.execute.TestOutcome;
import kvlab.grader.policy.Points;
import kvlab.grader.policy.RepeatedRuns;
import kvlab.grader.policy.TestRule;
import kvlab.schedule.Verdict;

/**
 * A test's outcome and what it is worth.
 *
 * @param suite that it belongs to
 * @param rule what the policy says of it
 * @param points towards full marks
 * @param extraCredit beyond full marks
 * @param reason how the two came about, in one line
 */
public record TestScore(
        String suite, TestRule rule, TestOutcome outcome, Earned points, Earned extraCredit, String reason) {

    private static final String AT_MOST = ", at most ";

    static TestScore of(String suite, TestRule rule, RepeatedRuns runs, TestOutcome outcome) {
        if (rule.number() != outcome.number()) {
            throw new IllegalArgumentException(
                    "test " + rule.number() + " of suite " + suite + " has the outcome of test " + outcome.number());
        }
        Earned points = earned(rule.points(), runs, outcome);
        Earned extraCredit = earned(rule.extraCredit(), runs, outcome);
        Earned both = points.plus(extraCredit);
        return new TestScore(suite, rule, outcome, points, extraCredit, reason(both, runs, outcome));
    }

    /** Whether a {@link #reason} is one for so many points of both kinds together. */
    public static boolean isReasonFor(String reason, BigDecimal points, BigDecimal outOf) {
        String said = " " + inWords(points, outOf);
        return reason.endsWith(said) || reason.contains(said + AT_MOST);
    }

    private static Earned earned(BigDecimal worth, RepeatedRuns runs, TestOutcome outcome) {
        int passed = outcome.passedSchedules();
        return new Earned(
                runs.earned(worth, passed, outcome.schedules()),
                runs.earned(worth, passed + outcome.openSchedules(), outcome.schedules()),
                worth);
    }

    private static String reason(Earned earned, RepeatedRuns runs, TestOutcome outcome) {
        if (outcome.verdict() instanceof Verdict.Refused) {
            return "refused, so " + inWords(BigDecimal.ZERO, earned.outOf());
        }
        String passed = outcome.passedSchedules() + " of " + outcome.schedules() + " schedules passed";
        int open = outcome.openSchedules();
        String undecided = open == 0 ? "" : ", " + open + " could not be decided";
        String points = inWords(earned.atLeast(), earned.outOf());
        String possibly = earned.isOpen() ? AT_MOST + Points.text(earned.atMost()) : "";
        return passed + undecided + "; " + runs.inWords() + ": " + (earned.isOpen() ? "at least " : "") + points
                + possibly;
    }

    private static String inWords(BigDecimal points, BigDecimal outOf) {
        return Points.text(points) + " of " + Points.text(outOf);
    }
}
