package kvlab.grader.grade.result;

import java.math.BigDecimal;
import java.util.Optional;
import kvlab.grader.policy.FirstSeed;
import kvlab.grader.policy.Policy;
import kvlab.grader.policy.RepeatedRuns;

/**
 * The parts of the policy that a result states.
 *
 * @param policy its name
 * @param title the assignment's title in reports
 * @param seed of each test's first schedule
 * @param ownSeed whether another submission has another seed
 * @param hiddenSeed whether it is one seed for all, which students do not know
 * @param repeatedRuns how the number of passed schedules determines a test's points
 * @param maxScore full marks
 * @param maxExtraCredit the most extra credit
 * @param wholeNumberScale factor that makes all points whole numbers, for formats without fractions
 */
public record Terms(
        String policy,
        String title,
        long seed,
        boolean ownSeed,
        boolean hiddenSeed,
        RepeatedRuns repeatedRuns,
        BigDecimal maxScore,
        BigDecimal maxExtraCredit,
        long wholeNumberScale) {

    /** @param seed of the submission's schedules by this policy */
    public static Terms of(Policy policy, long seed) {
        return new Terms(
                policy.name(),
                policy.title(),
                seed,
                policy.seed() instanceof FirstSeed.Own,
                policy.seed() instanceof FirstSeed.Same && policy.hiddenSeed().equals(Optional.of(policy.seed())),
                policy.repeatedRuns(),
                policy.fullMarks(),
                policy.extraCredit(),
                policy.wholeNumberScale());
    }

    /** Whether scores by these terms and others can be compared. */
    public boolean areComparable(Terms others) {
        return equals(ownSeed ? others.with(seed, others.hiddenSeed) : others);
    }

    /** The same with a seed that students may know. */
    Terms released() {
        return with(seed, false);
    }

    /** The same under the names of this policy. */
    Terms named(Policy renamed) {
        return new Terms(
                renamed.name(),
                renamed.title(),
                seed,
                ownSeed,
                hiddenSeed,
                repeatedRuns,
                maxScore,
                maxExtraCredit,
                wholeNumberScale);
    }

    private Terms with(long otherSeed, boolean hidden) {
        return new Terms(
                policy, title, otherSeed, ownSeed, hidden, repeatedRuns, maxScore, maxExtraCredit, wholeNumberScale);
    }

    /** Full marks and extra credit. */
    public BigDecimal maxWithExtraCredit() {
        return maxScore.add(maxExtraCredit);
    }

    /** The points times the scale, exactly. */
    public long inWholeNumbers(BigDecimal points) {
        return points.multiply(BigDecimal.valueOf(wholeNumberScale)).longValueExact();
    }
}
