package kvlab.grader.policy;

import java.math.BigDecimal;

/**
 * What one test is worth.
 *
 * @param number in its suite
 * @param points towards full marks
 * @param extraCredit beyond full marks
 * @param schedules how many of it are run
 * @param studentsSee how much of its outcome
 */
public record TestRule(int number, BigDecimal points, BigDecimal extraCredit, int schedules, StudentsSee studentsSee) {

    public TestRule {
        points = Points.normal(points);
        extraCredit = Points.normal(extraCredit);
    }

    /** Whether the same holds for two tests. */
    public boolean isLike(TestRule other) {
        return equals(new TestRule(number, other.points, other.extraCredit, other.schedules, other.studentsSee));
    }

    TestRule withSchedules(int schedules) {
        return new TestRule(number, points, extraCredit, schedules, studentsSee);
    }
}
