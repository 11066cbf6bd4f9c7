package kvlab.grader.policy.score;

import java.math.BigDecimal;
import java.util.Optional;
import kvlab.grader.execute.inspect.Coverage;
import kvlab.grader.policy.LateRule;
import kvlab.grader.policy.Percent;
import kvlab.grader.policy.Points;

/**
 * What is given or taken besides the tests, with all that its points follow from, so that they can be computed again.
 */
public sealed interface Adjustment {

    /** Negative if they are taken. */
    BigDecimal points();

    /**
     * The same with the points that follow from its rule.
     *
     * @param earned the score before it
     * @param hopeful whether what the kit failed to find out counts as the policy wants it
     */
    Adjustment computed(BigDecimal earned, BigDecimal fullMarks, boolean hopeful);

    /**
     * The deduction for being late.
     *
     * @param days how many, each day begun counted whole; at least one
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

    /** What a submission gets that does not build: a part of full marks. */
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
     * Extra credit for the part of the submission's lines that the tests run, all or nothing.
     *
     * @param lines how many they run; empty, in JSON null, if that is not known
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

        /** Compares products, since the quotient may be no exact decimal. */
        private boolean isEnough(Coverage.Share share) {
            BigDecimal covered = BigDecimal.valueOf(share.covered()).movePointRight(2);
            return covered.compareTo(atLeast.value().multiply(BigDecimal.valueOf(share.total()))) >= 0;
        }
    }

    /**
     * Extra credit for few findings on style, all or nothing.
     *
     * @param findings how many there are; empty, in JSON null, if that is not known
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
}
