package kvlab.grader.policy.score;

import static kvlab.grader.TestDiagnostics.saying;
import static kvlab.grader.policy.PolicyFixture.firstTests;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import kvlab.diagnostic.Diagnostic;
import kvlab.grader.check.CompileError;
import kvlab.grader.execute.SubmissionOutcome;
import kvlab.grader.execute.TestOutcome;
import kvlab.grader.policy.LateRule;
import kvlab.grader.policy.Percent;
import kvlab.grader.policy.Policy;
import kvlab.grader.policy.RepeatedRuns;
import kvlab.schedule.Seeds;
import kvlab.schedule.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScoreTest {

    private static final Verdict FAILED = new Verdict.Failed(saying("once"), "");
    private static final Verdict CRASHED = new Verdict.Crashed(saying("gone"), "");
    private static final Verdict UNDECIDED = new Verdict.Undecided(saying("too long"), "");

    private static final String TWO_AND_EXTRA = """
            name: two-and-extra
            suites:
              core:
                schedules: 100
                tests:
                  1-2: { points: 5 }
                  3: { extra-credit: 2.5 }
            """;
    private static final String LATE = "late: { percent-per-day: 10, most-days: 3 }\n";

    @Test
    void aTestEarnsAllItsPointsOrNoneIfAllMustPass() {
        Score score = score(TWO_AND_EXTRA, 0, passed(1), ended(2, 99, 1, 0, FAILED), passed(3));
        assertAmount("7.5", score.points());
        assertAmount("10", score.tests().stream().map(TestResult::maxPoints).reduce(BigDecimal.ZERO, BigDecimal::add));
        assertEarned("0", "0", "5", score.tests().get(1));
    }

    @Test
    void pointsInProportionAreExact() {
        Score score = score(
                TWO_AND_EXTRA + "repeated-runs: proportional",
                0,
                ended(1, 97, 3, 0, FAILED),
                ended(2, 1, 99, 0, FAILED),
                ended(3, 33, 67, 0, FAILED));
        assertAmount("5.725", score.points());
    }

    @Test
    void aMinimumRateIsReachedOrNot() {
        Score score = score(
                TWO_AND_EXTRA + "repeated-runs: minimum-rate\nminimum-rate: 95",
                0,
                ended(1, 95, 5, 0, FAILED),
                ended(2, 94, 6, 0, FAILED),
                passed(3));
        assertAmount("7.5", score.points());
    }

    @ParameterizedTest
    @CsvSource({"0, 7.5", "1, 6.75", "2, 6", "3, 5.25", "4, 0", "400, 0"})
    void beingLateCostsAPartOfTheScoreForEachDay(int days, String points) {
        Score score = score(TWO_AND_EXTRA + LATE, days, passed(1), failed(2), passed(3));
        assertAmount(points, score.points());
        assertEquals(days > 0, !score.adjustments().isEmpty());
    }

    @Test
    void beingLateCanCostAPartOfFullMarksButNotMoreThanThereIs() {
        String policy = TWO_AND_EXTRA + "late: { percent-per-day: 10, most-days: 9, percent-of: full-marks }";
        assertAmount("6.5", score(policy, 1, passed(1), failed(2), passed(3)).points());
        assertAmount("0", score(policy, 8, passed(1), failed(2), passed(3)).points());
    }

    @Test
    void anAdjustmentHasTheRuleThatItComesFrom() {
        Score score = score(TWO_AND_EXTRA + LATE, 2, passed(1), passed(2), passed(3));
        assertEquals(
                List.of(new Adjustment.Late(
                        new LateRule(Percent.of(10), LateRule.Base.SCORE, 3), 2, new BigDecimal("-2.5"))),
                score.adjustments());
        assertEquals(
                List.of(new Adjustment.Late(LateRule.NOTHING_LATE, 1, new BigDecimal("-12.5"))),
                score(TWO_AND_EXTRA, 1, passed(1), passed(2), passed(3)).adjustments());
    }

    @Test
    void whatTheKitCouldNotDecideIsLeftOpen() {
        Score score = score(TWO_AND_EXTRA, 0, passed(1), ended(2, 99, 0, 1, UNDECIDED), failed(3));
        assertTrue(score.isOpen());
        assertAmount("5", score.points());
        assertAmount("10", score.possible());
        assertEarned("0", "5", "5", score.tests().get(1));
    }

    @Test
    void whatTheKitCouldNotRunIsLeftOpen() {
        TestOutcome notRun = new TestOutcome(
                2,
                "title",
                100,
                0,
                0,
                0,
                Optional.of(new TestOutcome.Failure(1, new Verdict.InfrastructureError(saying(""), ""))));
        Score score = score(TWO_AND_EXTRA + "repeated-runs: proportional", 0, passed(1), notRun, failed(3));
        assertEquals(
                List.of(false, true, false),
                score.tests().stream()
                        .map(test -> test.earned().compareTo(test.possible(new RepeatedRuns.Proportional())) < 0)
                        .toList());
        assertAmount("10", score.possible());
    }

    @Test
    void whatCannotChangeThePointsAnyMoreIsSettled() {
        String rate = TWO_AND_EXTRA + "repeated-runs: minimum-rate\nminimum-rate: 95";
        assertFalse(
                score(rate, 0, passed(1), ended(2, 95, 4, 1, FAILED), failed(3)).isOpen());
        assertFalse(
                score(rate, 0, passed(1), ended(2, 93, 6, 1, FAILED), failed(3)).isOpen());
        assertTrue(
                score(rate, 0, passed(1), ended(2, 94, 5, 1, FAILED), failed(3)).isOpen());
    }

    @Test
    void anOpenScoreStaysOpenWhenItIsLate() {
        Score score = score(TWO_AND_EXTRA + LATE, 1, passed(1), ended(2, 99, 0, 1, UNDECIDED), failed(3));
        assertAmount("4.5", score.points());
        assertAmount("9", score.possible());
    }

    @Test
    void whatDoesNotBuildIsForReview() {
        String policy = TWO_AND_EXTRA + LATE + "not-building: { at-most-percent: 50, gets-percent: 20 }";
        List<TestOutcome> refused = List.of(refused(1), refused(2), refused(3));
        List<CompileError> errors =
                List.of(new CompileError("compiler.err.expected", "KvServer.java", 3, 1, "';' expected", "x"));
        Score score = Score.of(
                firstTests(3, policy),
                new SubmissionOutcome(
                        new Seeds(1, 100), refused, errors, Optional.empty(), Diagnostic.of("sandbox.no-bwrap")),
                1);
        assertAmount("1.8", score.points());
        assertEquals(List.of(Diagnostic.of("review.not-building").with("points", 5)), score.review());
        assertEquals(
                List.of(
                        new Adjustment.NotBuilding(Percent.of(20), new BigDecimal("2")),
                        new Adjustment.Late(
                                new LateRule(Percent.of(10), LateRule.Base.SCORE, 3), 1, new BigDecimal("-0.2"))),
                score.adjustments());
    }

    @Test
    void whatCrashesInEveryTestDoesNotRunButWhatIsRefusedForItsFilesIsNotForReview() {
        TestOutcome[] crashed = {ended(1, 0, 1, 0, CRASHED), ended(2, 0, 1, 0, CRASHED), ended(3, 0, 1, 0, CRASHED)};
        String policy = TWO_AND_EXTRA + "not-building: { at-most-percent: 50 }";
        assertEquals(1, score(policy, 0, crashed).review().size());
        assertEquals(List.of(), score(TWO_AND_EXTRA, 0, crashed).review(), "there is nothing that a TA may give");
        assertEquals(
                List.of(), score(policy, 0, refused(1), refused(2), refused(3)).review());
        assertEquals(
                List.of(), score(policy, 0, failed(1), crashed[1], crashed[2]).review());
    }

    @Test
    void outcomesOfOtherTestsThanThePolicysAreAMistake() {
        assertThrows(IllegalArgumentException.class, () -> score(TWO_AND_EXTRA, 0, passed(1), passed(2)));
        assertThrows(IllegalArgumentException.class, () -> score(TWO_AND_EXTRA, 0, passed(2), passed(1), passed(3)));
    }

    /** Of a test without extra credit, where all must pass. */
    private static void assertEarned(String atLeast, String atMost, String outOf, TestResult test) {
        assertAmount(atLeast, test.points());
        assertAmount(atMost, test.possible(new RepeatedRuns.AllMustPass()));
        assertAmount(outOf, test.maxPoints());
    }

    private static void assertAmount(String expected, BigDecimal amount) {
        assertEquals(new BigDecimal(expected), amount);
    }

    private static Score score(String policy, int lateDays, TestOutcome... tests) {
        Policy rules = firstTests(3, policy);
        return Score.of(
                rules,
                new SubmissionOutcome(
                        new Seeds(1, 100),
                        Arrays.asList(tests),
                        List.of(),
                        Optional.empty(),
                        Diagnostic.of("sandbox.no-bwrap")),
                lateDays);
    }

    private static TestOutcome passed(int number) {
        return new TestOutcome(number, "title", 100, 100, 0, 0, Optional.empty());
    }

    private static TestOutcome failed(int number) {
        return ended(number, 0, 100, 0, FAILED);
    }

    private static TestOutcome refused(int number) {
        return ended(number, 0, 0, 0, new Verdict.Refused(saying("no"), ""));
    }

    private static TestOutcome ended(int number, int passed, int failed, int undecided, Verdict verdict) {
        int run = passed + failed + undecided;
        return new TestOutcome(
                number, "title", 100, run, failed, undecided, Optional.of(new TestOutcome.Failure(1, verdict)));
    }
}
