package kvlab.grader.policy.score;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;
import kvlab.grader.policy.Points;

/**
 * An amount that may not be settled yet.
 *
 * @param atLeast what is earned already, and never lost again
 * @param atMost what it would be if all that the kit could not decide were decided for the submission
 * @param outOf what could have been earned
 */
public record Earned(BigDecimal atLeast, BigDecimal atMost, BigDecimal outOf) {

    static final Earned NOTHING = new Earned(BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO);

    public Earned {
        atLeast = Points.normal(atLeast);
        atMost = Points.normal(atMost);
        outOf = Points.normal(outOf);
    }

    /** Whether it is not settled yet. */
    public boolean isOpen() {
        return atLeast.compareTo(atMost) < 0;
    }

    Earned plus(Earned other) {
        return new Earned(atLeast.add(other.atLeast), atMost.add(other.atMost), outOf.add(other.outOf));
    }

    static Earned sum(List<TestScore> tests, Function<TestScore, Earned> part) {
        return tests.stream().map(part).reduce(NOTHING, Earned::plus);
    }
}
