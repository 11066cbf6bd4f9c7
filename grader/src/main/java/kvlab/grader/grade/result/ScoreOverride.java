package kvlab.grader.grade.result;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kvlab.grader.policy.score.Adjustment;
import kvlab.grader.policy.score.TestResult;

/**
 * A change to a score that a person makes, or a comment.
 *
 * @param test suite and number, or the number alone if there is one suite; empty for the total
 * @param points what the test or the total gets; empty for a comment
 * @param who made it
 * @param when as that person wrote it; may be empty
 */
public record ScoreOverride(Optional<String> test, Optional<BigDecimal> points, String who, String when, String why) {

    /** The test that it changes; empty if the result has none that is called so. */
    Optional<TestResult> testIn(SubmissionResult result) {
        boolean oneSuite =
                result.tests().stream().map(TestResult::suite).distinct().count() == 1;
        return result.tests().stream()
                .filter(each -> test.filter(called -> called.equalsIgnoreCase(each.suite() + " " + each.number())
                                || oneSuite && called.equals("" + each.number()))
                        .isPresent())
                .findFirst();
    }

    /**
     * The adjustments of a result with these changes: those of tests come before the late penalty, which is computed from
     * them, and those of the total in the end. Of two for the same test, or the total, the later one counts.
     */
    static List<Adjustment> adjustments(SubmissionResult result, List<ScoreOverride> overrides) {
        Map<String, Adjustment> ofTests = new LinkedHashMap<>();
        List<Adjustment> last = new ArrayList<>();
        Optional<Adjustment> total = Optional.empty();
        for (ScoreOverride override : overrides) {
            if (override.points().isEmpty()) {
                last.add(override.adjustment("", BigDecimal.ZERO));
            } else if (override.test().isEmpty()) {
                total = Optional.of(override.adjustment(Adjustment.ByHand.TOTAL, BigDecimal.ZERO));
            } else {
                TestResult changed = override.testIn(result).orElseThrow();
                String name = changed.suite() + " " + changed.number();
                ofTests.put(
                        name, override.adjustment(name, override.points().get().subtract(changed.earned())));
            }
        }
        List<Adjustment> all = new ArrayList<>();
        result.adjustments().stream()
                .filter(adjustment -> !(adjustment instanceof Adjustment.Late))
                .forEach(all::add);
        all.addAll(ofTests.values());
        result.adjustments().stream().filter(Adjustment.Late.class::isInstance).forEach(all::add);
        total.ifPresent(all::add);
        all.addAll(last);
        return all;
    }

    private Adjustment adjustment(String of, BigDecimal difference) {
        return new Adjustment.ByHand(of, points, who, when, why, difference);
    }
}
