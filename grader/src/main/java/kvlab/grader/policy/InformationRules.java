package kvlab.grader.policy;

import java.math.BigDecimal;

/**
 * The information other than verdicts that reports show, and its extra credit.
 *
 * @param coverage whether to measure code coverage
 * @param coveragePoints beyond full marks, for at least {@code coverageAtLeast} of its lines
 * @param style whether to check style
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

    /** Whether reports show any of it. */
    public boolean asks() {
        return coverage || style;
    }

    BigDecimal points() {
        return coveragePoints.add(stylePoints);
    }
}
