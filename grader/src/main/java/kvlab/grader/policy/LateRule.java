package kvlab.grader.policy;

import java.math.BigDecimal;

/**
 * The late penalty.
 *
 * @param perDay the deduction for each day, rounded up
 * @param of the base of the percentage
 * @param mostDays the number of late days after which a submission earns nothing
 */
public record LateRule(Percent perDay, Base of, int mostDays) {

    /** The base of the percentage. */
    public enum Base {
        /** The submission's score. */
        SCORE,
        /** The maximum without extra credit. */
        FULL_MARKS
    }

    /** Nothing counts after the due time. */
    public static final LateRule NOTHING_LATE = new LateRule(Percent.ZERO, Base.SCORE, 0);

    /** The deduction from a score. It never exceeds the score, and it preserves the order of scores. */
    public BigDecimal deduction(BigDecimal score, BigDecimal fullMarks, int lateDays) {
        if (lateDays == 0) {
            return BigDecimal.ZERO;
        }
        if (lateDays > mostDays) {
            return score;
        }
        return perDay.times(lateDays).of(of == Base.SCORE ? score : fullMarks).min(score);
    }
}
