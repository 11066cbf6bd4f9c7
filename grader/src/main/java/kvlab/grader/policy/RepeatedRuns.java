package kvlab.grader.policy;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.stream.IntStream;

/** How the schedules of a test that pass turn into its points. More passed schedules never earn less. */
public sealed interface RepeatedRuns {

    /** More failures of a test tell its author little that so many do not. */
    int WORTH_SEEING = 5;

    /**
     * What a test earns.
     *
     * @param worth if all its schedules pass
     * @param passed how many of them did
     */
    BigDecimal earned(BigDecimal worth, int passed, int schedules);

    /** What all amounts it can earn are multiples of; empty if there is none among the exact decimals. */
    default Optional<BigDecimal> unit(BigDecimal worth, int schedules) {
        return Optional.of(worth);
    }

    /**
     * So many failed schedules decide what a test earns, and show how often it fails: the rest need not run.
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

    /** For people: when a test earns its points. */
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

    /** The same share of the points as of the schedules. */
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

    /** All the points if at least this part of the schedules passes, otherwise nothing. */
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
