package kvlab.grader.score;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import kvlab.grader.run.LabSuite;
import kvlab.grader.run.Seeds;
import kvlab.grader.run.SubmissionOutcome;
import kvlab.grader.run.TestOutcome;
import kvlab.schedule.Verdict;
import org.junit.jupiter.api.Test;

class ScoreTest {

    @Test
    void theCoreLabIsWorthNinetyPoints() {
        assertEquals(new BigDecimal("90"), Assignment.core().maxScore());
    }

    @Test
    void aTestEarnsAllItsPointsOrNone() {
        Assignment tenths = new Assignment(LabSuite.named("core").orElseThrow(), new BigDecimal("0.1"), 100, 1);
        Score score = Score.of(
                tenths,
                new SubmissionOutcome(
                        new Seeds(1, 100),
                        List.of(passed(1), passed(2), passed(3), notPassed(4, new Verdict.Failed("once", ""))),
                        List.of()));
        assertEquals(new BigDecimal("0.3"), score.points());
        assertEquals(BigDecimal.ZERO, score.tests().get(3).points());
    }

    @Test
    void whatIsUndecidedEarnsNothingYet() {
        Score score = Score.of(
                Assignment.core(),
                new SubmissionOutcome(
                        new Seeds(1, 100), List.of(notPassed(1, new Verdict.Undecided("too long", ""))), List.of()));
        assertEquals(BigDecimal.ZERO, score.points());
    }

    private static TestOutcome passed(int number) {
        return new TestOutcome(number, "title", 100, 100, 0, Optional.empty());
    }

    private static TestOutcome notPassed(int number, Verdict verdict) {
        return new TestOutcome(number, "title", 100, 100, 1, Optional.of(new TestOutcome.Failure(1, verdict)));
    }
}
