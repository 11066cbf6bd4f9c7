package kvlab.grader.policy;

import java.math.BigDecimal;

/** Amounts of points: exact decimals in canonical form. */
public final class Points {

    private Points() {}

    /** The amount without trailing zeros, so that equal amounts are {@code equals}. */
    public static BigDecimal normal(BigDecimal amount) {
        BigDecimal stripped = amount.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    /** For people: {@code 2.5}, never {@code 2.50} or {@code 25E-1}. */
    public static String text(BigDecimal amount) {
        return normal(amount).toPlainString();
    }
}
