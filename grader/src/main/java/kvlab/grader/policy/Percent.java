package kvlab.grader.policy;

import java.math.BigDecimal;

/**
 * A percentage, without rounding.
 *
 * @param value from 0 to 100
 */
public record Percent(BigDecimal value) {

    public static final Percent ZERO = new Percent(BigDecimal.ZERO);
    public static final Percent ALL = new Percent(BigDecimal.valueOf(100));

    public Percent {
        value = Points.normal(value);
        if (value.signum() < 0 || value.compareTo(BigDecimal.valueOf(100)) > 0) {
            throw new IllegalArgumentException("from 0 to 100 percent, not " + value);
        }
    }

    public static Percent of(long value) {
        return new Percent(BigDecimal.valueOf(value));
    }

    /** This percentage of an amount. */
    public BigDecimal of(BigDecimal amount) {
        return Points.normal(amount.multiply(value).movePointLeft(2));
    }

    /** A multiple of the percentage, at most 100. */
    public Percent times(int factor) {
        return new Percent(value.multiply(BigDecimal.valueOf(factor)).min(ALL.value));
    }

    @Override
    public String toString() {
        return value.toPlainString() + " %";
    }
}
