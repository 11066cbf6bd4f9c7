package kvlab.grader.score;

import java.math.BigDecimal;
import kvlab.grader.run.LabSuite;

/**
 * What is asked of everyone, and what it is worth.
 *
 * @param suite the tests
 * @param pointsPerTest for each test of which all schedules pass
 * @param schedules of each test
 * @param seed of the first schedule; the same for everyone
 */
public record Assignment(LabSuite suite, BigDecimal pointsPerTest, int schedules, long seed) {

    /** The core lab: nine tests of ten points each. */
    public static Assignment core() {
        return new Assignment(LabSuite.named("core").orElseThrow(), BigDecimal.TEN, 100, 1);
    }

    public BigDecimal maxScore() {
        return pointsPerTest.multiply(BigDecimal.valueOf(suite.tests().size()));
    }

    /** The same with other schedules. */
    public Assignment withSchedules(long seed, int schedules) {
        return new Assignment(suite, pointsPerTest, schedules, seed);
    }
}
