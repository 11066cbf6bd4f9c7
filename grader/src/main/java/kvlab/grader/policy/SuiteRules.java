package kvlab.grader.policy;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;

/**
 * What the tests of one suite are worth.
 *
 * @param name of the suite
 * @param tests every test of the suite, by number
 */
public record SuiteRules(String name, List<TestRule> tests) {

    public SuiteRules {
        tests = List.copyOf(tests);
    }

    BigDecimal sum(Function<TestRule, BigDecimal> worth) {
        return Points.normal(tests.stream().map(worth).reduce(BigDecimal.ZERO, BigDecimal::add));
    }
}
