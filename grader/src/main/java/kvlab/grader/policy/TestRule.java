package kvlab.grader.policy;

import java.math.BigDecimal;

/**
 * The points and schedules of one test.
 *
 * @param number in its suite
 * @param points towards full marks
 * @param extraCredit beyond full marks
 * @param schedules number of schedules
 * @param studentsSee the part of its outcome that students see
 */
public record TestRule(int number, BigDecimal points, BigDecimal extraCredit, int schedules, StudentsSee studentsSee) {

    public TestRule {
        points = Points.normal(points);
        extraCredit = Points.normal(extraCredit);
    }

    /** Whether the rules are equal except for the number. */
    public boolean isLike(TestRule other) {
        return equals(new TestRule(number, other.points, other.extraCredit, other.schedules, other.studentsSee));
    }

    TestRule withSchedules(int schedules) {
        return new TestRule(number, points, extraCredit, schedules, studentsSee);
    }
}
