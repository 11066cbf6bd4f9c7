package kvlab.grader.report.html;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Parts of a whole, for the eye: rounded, and never used to compute points with. */
final class Share {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private Share() {}

    /** In whole percent, such as {@code 67 %}; not 100 unless it is all, and not 0 unless it is nothing. */
    static String inWords(long part, long whole) {
        if (whole == 0) {
            return "";
        }
        long percent = Math.round(100.0 * part / whole);
        if (part < whole && percent == 100) {
            percent = 99;
        } else if (part > 0 && percent == 0) {
            percent = 1;
        }
        return percent + " %";
    }

    /** In percent, rounded down. */
    static BigDecimal percent(BigDecimal part, BigDecimal whole) {
        return part.multiply(HUNDRED).divide(whole, 0, RoundingMode.FLOOR);
    }
}
