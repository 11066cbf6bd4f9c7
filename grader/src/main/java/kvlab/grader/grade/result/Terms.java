package kvlab.grader.grade.result;

import java.math.BigDecimal;
import kvlab.grader.policy.Policy;
import kvlab.grader.policy.RepeatedRuns;

/**
 * What a submission was graded by.
 *
 * @param policy its name
 * @param title for people
 * @param seed of each test's first schedule
 * @param repeatedRuns how the schedules of a test that pass turn into its points
 * @param maxScore full marks
 * @param maxExtraCredit what can be earned beyond them
 * @param wholeNumberScale what points are multiplied by where only whole numbers are taken, without rounding
 */
public record Terms(
        String policy,
        String title,
        long seed,
        RepeatedRuns repeatedRuns,
        BigDecimal maxScore,
        BigDecimal maxExtraCredit,
        long wholeNumberScale) {

    public static Terms of(Policy policy) {
        return new Terms(
                policy.name(),
                policy.title(),
                policy.seed(),
                policy.repeatedRuns(),
                policy.fullMarks(),
                policy.extraCredit(),
                policy.wholeNumberScale());
    }

    /** Full marks and extra credit. */
    public BigDecimal maxWithExtraCredit() {
        return maxScore.add(maxExtraCredit);
    }

    /** An amount of these points where only whole numbers are taken. */
    public long inWholeNumbers(BigDecimal points) {
        return points.multiply(BigDecimal.valueOf(wholeNumberScale)).longValueExact();
    }
}
