package kvlab.grader.policy;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Checks that all scores of a policy are exact. Every score is a sum of multiples of a few units: the least amount that
 * a test can earn, the same after each late deduction, and the fixed adjustments.
 */
public final class Exactness {

    /** The largest integer that JSON readers using doubles represent exactly. */
    private static final BigDecimal MAX_NUMBER = BigDecimal.valueOf((1L << 53) - 1);

    private Exactness() {}

    static Optional<String> problem(Policy policy) {
        Optional<String> endless = policy.tests().stream()
                .flatMap(test -> problem(policy.repeatedRuns(), test).stream())
                .findFirst();
        if (endless.isPresent()) {
            return endless;
        }
        BigDecimal smallest = smallestScale(policy);
        BigDecimal scale = policy.scale().map(BigDecimal::valueOf).orElse(smallest);
        Optional<BigDecimal> broken = units(policy)
                .filter(unit -> Points.normal(unit.multiply(scale)).scale() > 0)
                .findFirst();
        if (broken.isPresent()) {
            return Optional.of("a score can have steps of " + Points.text(broken.get()) + ", which times "
                    + Points.text(scale) + " is no whole number: give a multiple of "
                    + Points.text(smallest) + ", or leave it out");
        }
        BigDecimal most =
                policy.fullMarks().add(policy.extraCredit()).max(BigDecimal.ONE).multiply(scale);
        return most.compareTo(MAX_NUMBER) <= 0
                ? Optional.empty()
                : Optional.of("the highest score times " + Points.text(scale) + " is " + Points.text(most)
                        + ", more than formats of whole numbers hold (" + MAX_NUMBER
                        + "): use fewer points, or points with fewer decimals");
    }

    /** The reason why an amount that this test can earn is not an exact decimal; empty if all are. */
    public static Optional<String> problem(RepeatedRuns runs, TestRule test) {
        BigDecimal worth = test.points().signum() > 0 ? test.points() : test.extraCredit();
        return units(runs, test).allMatch(Optional::isPresent)
                ? Optional.empty()
                : Optional.of(Points.text(worth) + " points in proportion to " + test.schedules()
                        + " schedules are no exact decimals: take a number of schedules that divides them, such as 10, 25,"
                        + " 50 or 100");
    }

    /** The smallest power of ten that makes every unit a whole number. */
    static BigDecimal smallestScale(Policy policy) {
        int decimals = units(policy)
                .mapToInt(unit -> Points.normal(unit).scale())
                .max()
                .orElse(0);
        return BigDecimal.ONE.scaleByPowerOfTen(decimals);
    }

    private static Stream<BigDecimal> units(Policy policy) {
        List<BigDecimal> units = new ArrayList<>();
        policy.tests()
                .forEach(test -> units(policy.repeatedRuns(), test)
                        .flatMap(Optional::stream)
                        .forEach(units::add));
        BigDecimal full = policy.fullMarks();
        units.add(policy.notBuilding().gets().of(full));
        units.add(policy.notBuilding().atMost().of(full));
        units.add(policy.information().coveragePoints());
        units.add(policy.information().stylePoints());
        List<BigDecimal> late = new ArrayList<>();
        IntStream.rangeClosed(1, policy.late().mostDays()).forEach(days -> {
            Percent off = policy.late().perDay().times(days);
            if (policy.late().of() == LateRule.Base.FULL_MARKS) {
                late.add(off.of(full));
            } else {
                units.forEach(unit -> late.add(unit.subtract(off.of(unit))));
            }
        });
        return Stream.concat(units.stream(), late.stream());
    }

    private static Stream<Optional<BigDecimal>> units(RepeatedRuns runs, TestRule test) {
        return Stream.of(test.points(), test.extraCredit()).map(worth -> runs.unit(worth, test.schedules()));
    }
}
