package kvlab.grader.policy;

import java.math.BigDecimal;

/**
 * What is to be found out about a submission beside its verdicts, and what that is worth.
 *
 * @param coverage whether to measure how much of it the tests run
 * @param coveragePoints beyond full marks, for at least {@code coverageAtLeast} of its lines
 * @param style whether to read how it is written
 * @param stylePoints beyond full marks, for at most {@code styleAtMost} findings
 */
public record InformationRules(
        boolean coverage,
        BigDecimal coveragePoints,
        Percent coverageAtLeast,
        boolean style,
        BigDecimal stylePoints,
        int styleAtMost) {

    public static final InformationRules NONE =
            new InformationRules(false, BigDecimal.ZERO, Percent.ALL, false, BigDecimal.ZERO, 0);

    public InformationRules {
        coveragePoints = Points.normal(coveragePoints);
        stylePoints = Points.normal(stylePoints);
    }

    /** Whether anything is to be found out. */
    public boolean asks() {
        return coverage || style;
    }

    BigDecimal points() {
        return coveragePoints.add(stylePoints);
    }
}
