package kvlab.grader.policy;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.stream.IntStream;

/** The rule that maps a test's passed schedules to points. It is monotonic. */
public sealed interface RepeatedRuns {

    /** The number of failures after which further ones give the student little information. */
    int WORTH_SEEING = 5;

    /**
     * The points of a test.
     *
     * @param worth the points if all its schedules pass
     * @param passed number of passed schedules
     */
    BigDecimal earned(BigDecimal worth, int passed, int schedules);

    /** A unit of which all possible points are multiples; empty if no exact decimal is. */
    default Optional<BigDecimal> unit(BigDecimal worth, int schedules) {
        return Optional.of(worth);
    }

    /**
     * The number of failed schedules after which the points are decided and the rest need not run.
     *
     * @return from 1 to {@code schedules}
     */
    default int enoughFailures(int schedules) {
        BigDecimal worth = BigDecimal.valueOf(schedules);
        return IntStream.rangeClosed(WORTH_SEEING, schedules)
                .filter(failed -> earned(worth, schedules - failed, schedules).signum() == 0)
                .findFirst()
                .orElse(schedules);
    }

    /** Describes the rule. */
    String inWords();

    /** All the points if every schedule passes, otherwise nothing. */
    record AllMustPass() implements RepeatedRuns {
        @Override
        public BigDecimal earned(BigDecimal worth, int passed, int schedules) {
            return passed == schedules ? worth : BigDecimal.ZERO;
        }

        @Override
        public String inWords() {
            return "a test earns its points if all its schedules pass";
        }
    }

    /** Points in proportion to the passed schedules. */
    record Proportional() implements RepeatedRuns {
        @Override
        public BigDecimal earned(BigDecimal worth, int passed, int schedules) {
            return Points.normal(worth.multiply(BigDecimal.valueOf(passed)).divide(BigDecimal.valueOf(schedules)));
        }

        @Override
        public Optional<BigDecimal> unit(BigDecimal worth, int schedules) {
            try {
                return Optional.of(Points.normal(worth.divide(BigDecimal.valueOf(schedules))));
            } catch (ArithmeticException endlessDecimals) {
                return Optional.empty();
            }
        }

        @Override
        public String inWords() {
            return "a test earns the share of its points that its passed schedules are of all";
        }
    }

    /** All the points if at least this percentage of the schedules passes, otherwise nothing. */
    record MinimumRate(Percent rate) implements RepeatedRuns {
        @Override
        public BigDecimal earned(BigDecimal worth, int passed, int schedules) {
            BigDecimal needed = rate.of(BigDecimal.valueOf(schedules));
            return BigDecimal.valueOf(passed).compareTo(needed) >= 0 ? worth : BigDecimal.ZERO;
        }

        @Override
        public String inWords() {
            return "a test earns its points if at least " + rate + " of its schedules pass";
        }
    }
}
