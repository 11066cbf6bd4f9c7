package kvlab.grader.policy.score;

import java.math.BigDecimal;
import java.util.Optional;
import kvlab.grader.execute.inspect.Coverage;
import kvlab.grader.policy.LateRule;
import kvlab.grader.policy.Percent;
import kvlab.grader.policy.Points;

/**
 * Points added or deducted apart from the tests, with all inputs of their calculation, so that they can be verified.
 */
public sealed interface Adjustment {

    /** Negative for a deduction. */
    BigDecimal points();

    /**
     * The same with the points computed by its rule.
     *
     * @param earned the score before this adjustment
     * @param hopeful whether a measurement that the kit failed to make counts in the submission's favour
     */
    Adjustment computed(BigDecimal earned, BigDecimal fullMarks, boolean hopeful);

    /**
     * The late penalty.
     *
     * @param days number of days, rounded up; at least one
     */
    record Late(LateRule rule, int days, BigDecimal points) implements Adjustment {

        public Late {
            if (days < 1) {
                throw new IllegalArgumentException("late by " + days + " days");
            }
            points = Points.normal(points);
        }

        @Override
        public Late computed(BigDecimal earned, BigDecimal fullMarks, boolean hopeful) {
            return new Late(rule, days, rule.deduction(earned, fullMarks, days).negate());
        }
    }

    /** The share of full marks for a submission that does not build. */
    record NotBuilding(Percent gets, BigDecimal points) implements Adjustment {

        public NotBuilding {
            points = Points.normal(points);
        }

        @Override
        public NotBuilding computed(BigDecimal earned, BigDecimal fullMarks, boolean hopeful) {
            return new NotBuilding(gets, gets.of(fullMarks));
        }
    }

    /**
     * Extra credit for line coverage, all or nothing.
     *
     * @param lines the covered lines; empty, in JSON null, if unknown
     * @param worth the points for {@code atLeast} of the lines
     */
    record CoveragePoints(Optional<Coverage.Share> lines, Percent atLeast, BigDecimal worth, BigDecimal points)
            implements Adjustment {

        public CoveragePoints {
            worth = Points.normal(worth);
            points = Points.normal(points);
        }

        @Override
        public CoveragePoints computed(BigDecimal earned, BigDecimal fullMarks, boolean hopeful) {
            boolean earns = lines.map(this::isEnough).orElse(hopeful);
            return new CoveragePoints(lines, atLeast, worth, earns ? worth : BigDecimal.ZERO);
        }

        /** Compares products, since the quotient may not be an exact decimal. */
        private boolean isEnough(Coverage.Share share) {
            BigDecimal covered = BigDecimal.valueOf(share.covered()).movePointRight(2);
            return covered.compareTo(atLeast.value().multiply(BigDecimal.valueOf(share.total()))) >= 0;
        }
    }

    /**
     * Extra credit for few style findings, all or nothing.
     *
     * @param findings number of findings; empty, in JSON null, if unknown
     * @param worth the points for {@code atMost} findings
     */
    record StylePoints(Optional<Integer> findings, int atMost, BigDecimal worth, BigDecimal points)
            implements Adjustment {

        public StylePoints {
            worth = Points.normal(worth);
            points = Points.normal(points);
        }

        @Override
        public StylePoints computed(BigDecimal earned, BigDecimal fullMarks, boolean hopeful) {
            boolean earns = findings.map(count -> count <= atMost).orElse(hopeful);
            return new StylePoints(findings, atMost, worth, earns ? worth : BigDecimal.ZERO);
        }
    }

    /**
     * A person's change, or comment. It is applied when reports are made, and is in no stored result.
     *
     * @param of the test, such as {@code core 4}, or {@code total}; empty for a comment
     * @param to the points that it gets instead; empty for a comment
     * @param when as the person wrote it; may be empty
     */
    record ByHand(String of, Optional<BigDecimal> to, String who, String when, String why, BigDecimal points)
            implements Adjustment {

        /** What {@link #of} says for the score as a whole. */
        public static final String TOTAL = "total";

        public ByHand {
            points = Points.normal(points);
        }

        @Override
        public ByHand computed(BigDecimal earned, BigDecimal fullMarks, boolean hopeful) {
            return of.equals(TOTAL)
                    ? new ByHand(of, to, who, when, why, to.orElse(earned).subtract(earned))
                    : this;
        }
    }
}
