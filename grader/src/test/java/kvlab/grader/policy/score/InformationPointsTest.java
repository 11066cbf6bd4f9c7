package kvlab.grader.policy.score;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import kvlab.diagnostic.Diagnostic;
import kvlab.grader.execute.SubmissionOutcome;
import kvlab.grader.execute.TestOutcome;
import kvlab.grader.execute.inspect.Coverage;
import kvlab.grader.execute.inspect.Information;
import kvlab.grader.execute.inspect.Style;
import kvlab.grader.policy.Percent;
import kvlab.grader.policy.Points;
import kvlab.grader.policy.Policy;
import kvlab.grader.policy.PolicyFixture;
import kvlab.schedule.Seeds;
import org.junit.jupiter.api.Test;

class InformationPointsTest {

    private static final Policy POLICY = PolicyFixture.firstTests(1, """
            name: one
            suites: { core: { points: 10 } }
            late: { percent-per-day: 10, most-days: 3 }
            information:
              coverage: true
              coverage-points: 2
              coverage-at-least: 85
              style: true
              style-points: 0.5
              style-at-most: 1
            """);

    @Test
    void enoughCoverageAndFewEnoughFindingsEarnExtraCredit() {
        Score score = score(0, found(85, 100, 1));
        assertEquals("12.5", points(score));
        assertEquals("2.5", POLICY.extraCredit().toPlainString());
        assertEquals(
                List.of(
                        new Adjustment.CoveragePoints(
                                Optional.of(new Coverage.Share(85, 100)), Percent.of(85), amount("2"), amount("2")),
                        new Adjustment.StylePoints(Optional.of(1), 1, amount("0.5"), amount("0.5"))),
                score.adjustments());
    }

    @Test
    void aLineTooFewOrAFindingTooManyEarnNothingAndTheReasonIsThere() {
        Score score = score(0, found(84, 100, 2));
        assertEquals("10", points(score));
        assertEquals(
                List.of(
                        new Adjustment.CoveragePoints(
                                Optional.of(new Coverage.Share(84, 100)), Percent.of(85), amount("2"), amount("0")),
                        new Adjustment.StylePoints(Optional.of(2), 1, amount("0.5"), amount("0"))),
                score.adjustments());
    }

    @Test
    void theShareOfLinesIsNotRounded() {
        assertEquals("12", points(score(0, found(17, 20, 9))));
        assertEquals("10", points(score(0, found(8_499_999, 10_000_000, 9))));
    }

    @Test
    void beingLateCostsItsPartOfThemToo() {
        assertEquals("11.25", points(score(1, found(85, 100, 1))));
    }

    @Test
    void whatTheKitFailedToFindOutLeavesTheScoreOpen() {
        Information lost = new Information(
                Optional.empty(), Optional.empty(), List.of(Diagnostic.of("inspect.style-lost")), false);
        Score score = score(0, Optional.of(lost));
        assertTrue(score.isOpen());
        assertEquals("10", points(score));
        assertEquals("12.5", score.possible().toPlainString());
    }

    @Test
    void whatTheSubmissionItselfMadeImpossibleDoesNot() {
        Information hangs = new Information(Optional.empty(), Optional.of(new Style(0, List.of())), List.of(), true);
        Score score = score(0, Optional.of(hangs));
        assertFalse(score.isOpen());
        assertEquals("10.5", points(score));
    }

    @Test
    void whereNothingRanThereIsNothingToTell() {
        Score score = score(0, Optional.empty());
        assertEquals(List.of(), score.adjustments());
        assertFalse(score.isOpen());
    }

    private static String points(Score score) {
        return Points.text(score.points());
    }

    private static BigDecimal amount(String points) {
        return new BigDecimal(points);
    }

    private static Optional<Information> found(int covered, int lines, int findings) {
        Coverage.Share none = new Coverage.Share(0, 0);
        return Optional.of(new Information(
                Optional.of(new Coverage(new Coverage.Share(covered, lines), none, List.of())),
                Optional.of(new Style(findings, List.of())),
                List.of(),
                true));
    }

    private static Score score(int lateDays, Optional<Information> information) {
        TestOutcome passed = new TestOutcome(1, "title", 100, 100, 0, 0, Optional.empty());
        SubmissionOutcome outcome = new SubmissionOutcome(
                new Seeds(1, 100), List.of(passed), List.of(), information, Diagnostic.of("sandbox.no-bwrap"));
        return Score.of(POLICY, outcome, lateDays);
    }
}
