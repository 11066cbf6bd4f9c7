package kvlab.grader.policy.score;

import java.math.BigDecimal;
import kvlab.grader.execute.TestOutcome;
import kvlab.grader.policy.RepeatedRuns;
import kvlab.grader.policy.TestRule;

/**
 * A test's outcome and what it is worth.
 *
 * @param suite that it belongs to
 * @param rule what the policy says of it
 * @param points towards full marks
 * @param extraCredit beyond full marks
 */
public record TestScore(String suite, TestRule rule, TestOutcome outcome, Earned points, Earned extraCredit) {

    static TestScore of(String suite, TestRule rule, RepeatedRuns runs, TestOutcome outcome) {
        if (rule.number() != outcome.number()) {
            throw new IllegalArgumentException(
                    "test " + rule.number() + " of suite " + suite + " has the outcome of test " + outcome.number());
        }
        return new TestScore(
                suite, rule, outcome, earned(rule.points(), runs, outcome), earned(rule.extraCredit(), runs, outcome));
    }

    private static Earned earned(BigDecimal worth, RepeatedRuns runs, TestOutcome outcome) {
        int passed = outcome.passedSchedules();
        return new Earned(
                runs.earned(worth, passed, outcome.schedules()),
                runs.earned(worth, passed + outcome.openSchedules(), outcome.schedules()),
                worth);
    }
}
