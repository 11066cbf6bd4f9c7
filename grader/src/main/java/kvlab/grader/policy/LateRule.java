package kvlab.grader.policy;

import java.math.BigDecimal;

/**
 * What being late costs.
 *
 * @param perDay taken off for each day begun
 * @param of what that is a part of
 * @param mostDays after which a submission earns nothing
 */
public record LateRule(Percent perDay, Base of, int mostDays) {

    /** What a percentage is taken of. */
    public enum Base {
        /** What the submission has earned. */
        SCORE,
        /** What can be earned, extra credit apart. */
        FULL_MARKS
    }

    /** Nothing counts after the due time. */
    public static final LateRule NOTHING_LATE = new LateRule(Percent.ZERO, Base.SCORE, 0);

    /**
     * What is taken off a score: never more than there is, and never so much more for a better one that it would end up
     * below a worse one.
     */
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
