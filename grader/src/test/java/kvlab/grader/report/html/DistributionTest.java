package kvlab.grader.report.html;

import static kvlab.grader.TestDiagnostics.saying;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import kvlab.grader.grade.result.ResultFixture;
import kvlab.grader.grade.result.SubmissionResult;
import kvlab.grader.policy.PolicyFixture;
import kvlab.schedule.Verdict;
import org.junit.jupiter.api.Test;

class DistributionTest {

    private static final Verdict PASSED = new Verdict.Passed();
    private static final Verdict FAILED = new Verdict.Failed(saying("wrong"), "");

    @Test
    void aScoreIsInTheTenPercentThatItReached() {
        assertEquals(
                "1 with 0–9 %, 1 with 50–59 %, 2 with 100 %",
                distribution(
                                ResultFixture.of("ada", PASSED, PASSED),
                                ResultFixture.of("ben", FAILED, FAILED),
                                ResultFixture.of("cleo", PASSED, FAILED),
                                ResultFixture.of("dan", PASSED, PASSED))
                        .inWords());
    }

    @Test
    void justBelowFullMarksIsNotFullMarks() {
        SubmissionResult result =
                ResultFixture.by(PolicyFixture.firstTests(2, """
                        name: two
                        suites: { core: { points: 999.9, tests: { 2: { points: 0.1 } } } }
                        """), "ada", 0, List.of(), PASSED, FAILED);
        assertEquals(new BigDecimal("999.9"), result.score());
        assertEquals("1 with 90–99 %", distribution(result).inWords());
    }

    @Test
    void extraCreditLiftsAboveFullMarks() {
        SubmissionResult result =
                ResultFixture.by(PolicyFixture.firstTests(2, """
                        name: two
                        suites: { core: { points: 5, tests: { 2: { points: 0, extra-credit: 1 } } } }
                        """), "ada", 0, List.of(), PASSED, PASSED);
        assertEquals("1 with more than 100 %", distribution(result).inWords());
    }

    @Test
    void whatMayStillRiseIsCountedApart() {
        Distribution distribution =
                distribution(ResultFixture.undecided("ada"), ResultFixture.of("ben", PASSED, FAILED));
        assertEquals(
                "50–59: 1 and 1",
                distribution.bars().stream()
                        .filter(bar -> bar.count() > 0)
                        .map(bar -> bar.range() + ": " + bar.settled() + " and " + bar.open())
                        .collect(Collectors.joining()));
    }

    private static Distribution distribution(SubmissionResult... results) {
        return Distribution.of(Arrays.asList(results));
    }
}
