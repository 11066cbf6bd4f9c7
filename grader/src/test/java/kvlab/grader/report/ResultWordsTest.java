package kvlab.grader.report;

import static kvlab.grader.TestDiagnostics.saying;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import kvlab.grader.execute.inspect.Coverage;
import kvlab.grader.grade.result.ResultFixture;
import kvlab.grader.grade.result.SubmissionResult;
import kvlab.grader.policy.LateRule;
import kvlab.grader.policy.Percent;
import kvlab.grader.policy.score.Adjustment;
import kvlab.schedule.Verdict;
import org.junit.jupiter.api.Test;

class ResultWordsTest {

    private static final LateRule TEN_A_DAY = new LateRule(Percent.of(10), LateRule.Base.SCORE, 3);

    @Test
    void pointsAreToldWithTheSchedulesThatTheyFollowFrom() {
        SubmissionResult result = ResultFixture.of(
                "alice", new Verdict.Failed(saying("lost"), ""), new Verdict.Undecided(saying("too many states"), ""));
        assertEquals(
                List.of(
                        "failed in 3 of the 7 schedules run: 0 of 2.5",
                        "4 of 100 schedules passed, 96 could not be decided: at least 0 of 2.5, at most 2.5"),
                result.tests().stream()
                        .map(test -> ResultWords.points(result.terms(), test))
                        .toList());
        assertEquals("at least 0 / 5", ResultWords.score(result));
        assertEquals("A test earns its points if all its schedules pass.", ResultWords.rule(result.terms()));
        SubmissionResult refused = ResultFixture.refused("bob", "no");
        assertEquals(
                "refused, so 0 of 2.5",
                ResultWords.points(refused.terms(), refused.tests().get(0)));
    }

    @Test
    void beingLateIsToldWithItsRule() {
        assertEquals("2 days late: 10 % off for each day begun, of the score: -2.5", late(TEN_A_DAY, 2, "-2.5"));
        assertEquals(
                "1 day late: 5 % off for each day begun, of full marks: -4.5",
                late(new LateRule(Percent.of(5), LateRule.Base.FULL_MARKS, 3), 1, "-4.5"));
        assertEquals("4 days late: nothing counts after 3 days: -10", late(TEN_A_DAY, 4, "-10"));
        assertEquals("1 day late: nothing counts after the due time: 0", late(LateRule.NOTHING_LATE, 1, "0"));
    }

    @Test
    void extraCreditIsToldWithWhatItTakes() {
        Percent atLeast = Percent.of(85);
        BigDecimal two = new BigDecimal("2");
        assertEquals(
                "the tests run 85 of 100 lines; at least 85 % earn extra credit: +2",
                ResultWords.line(
                        new Adjustment.CoveragePoints(Optional.of(new Coverage.Share(85, 100)), atLeast, two, two)));
        assertEquals(
                "no coverage; at least 85 % earn extra credit: 0",
                ResultWords.line(new Adjustment.CoveragePoints(Optional.empty(), atLeast, two, BigDecimal.ZERO)));
        assertEquals(
                "1 finding on style; at most 1 earn extra credit: +2",
                ResultWords.line(new Adjustment.StylePoints(Optional.of(1), 1, two, two)));
        assertEquals(
                "style not read; at most 1 earn extra credit: 0",
                ResultWords.line(new Adjustment.StylePoints(Optional.empty(), 1, two, BigDecimal.ZERO)));
        assertEquals(
                "does not build: 20 % of full marks: +2",
                ResultWords.line(new Adjustment.NotBuilding(Percent.of(20), two)));
    }

    private static String late(LateRule rule, int days, String points) {
        return ResultWords.line(new Adjustment.Late(rule, days, new BigDecimal(points)));
    }
}
