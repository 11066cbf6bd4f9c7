package kvlab.grader.grade.result;

import static kvlab.grader.TestDiagnostics.saying;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kvlab.grader.policy.Policy;
import kvlab.grader.policy.PolicyFixture;
import kvlab.grader.policy.score.AnyOutcome;
import kvlab.schedule.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ContradictionsTest {

    /** Earned 2.5 points and 2.5 extra credit, failed, could not be decided; of the 5 a fifth is taken off. */
    private static final SubmissionResult LATE = ResultFixture.by(
            PolicyFixture.firstTests(3, """
                    name: three
                    suites: { core: { points: 2.5, tests: { 1: { points: 2.5, extra-credit: 2.5 } } } }
                    due: { at: 2026-12-04 23:59, zone: UTC }
                    late: { percent-per-day: 10, most-days: 3 }
                    """),
            "alice",
            2,
            List.of(),
            new Verdict.Passed(),
            new Verdict.Failed(saying("lost a write"), ""),
            new Verdict.Undecided(saying("too many states"), ""));

    @TempDir
    private Path directory;

    @Test
    void whatTheGraderWritesDoesNotContradictItself() {
        Random random = new Random(1);
        AnyOutcome any = new AnyOutcome(random);
        for (int attempt = 0; attempt < 1000; attempt++) {
            Policy policy = any.policy();
            SubmissionResult result = ResultFixture.by(policy, "alice", random.nextInt(6), any.outcome(policy));
            assertEquals(List.of(), Contradictions.in(result), result::toString);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"score", "points", "extraCredit", "maxPoints", "maxScore", "lateDays", "possibleScore"})
    void noneOfTheNumbersThatMakeAScoreCanBeAnotherAlone(String name) throws IOException {
        String right = written();
        Matcher number = Pattern.compile("\"" + name + "\" : (-?[\\d.]+)").matcher(right);
        int found = 0;
        while (number.find()) {
            for (String change : List.of("1", "-1", "0.000001")) {
                BigDecimal other = new BigDecimal(number.group(1)).add(new BigDecimal(change));
                String wrong =
                        right.substring(0, number.start(1)) + other.toPlainString() + right.substring(number.end(1));
                assertNotEquals("", objection(wrong), "at " + number.start() + " of\n" + wrong);
            }
            found++;
        }
        assertTrue(found > 0, right);
    }

    /** As somebody might try to give points, to take them, to forgive, or to make a table look better; {@code &} joins changes. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            "score" : 4               | "score" : 5              | its score is 5, but tests and adjustments add up to 4
            "possibleScore" : 6       | "possibleScore" : 5      | its score may be up to 5, but tests and adjustments add up to at most 6
            "possibleScore" : 6       | "possibleScore" : 11     | its score may be up to 11, but tests and adjustments add up to at most 6
            "decided" : false         | "decided" : true         | it is called decided, but it is not
            "maxScore" : 7.5          | "maxScore" : 10          | full marks are 10, but its tests are worth 7.5
            "maxExtraCredit" : 2.5    | "maxExtraCredit" : 2     | extra credit is 2, but its tests give 2.5
            "points" : 0              | "points" : 2.5           | core 2: it has 2.5 of 2.5 points, but by the rule for repeated runs 0
            "points" : 2.5            | "points" : 5             | core 1: 5 of 2.5 points
            "rule" : "all-must-pass"  | "rule" : "proportional"  | core 2: it has 0 of 2.5 points, but by the rule for repeated runs 0.1
            "rule" : "all-must-pass"  | "rule" : "minimum-rate", "rate" : 4 | core 2: it has 0 of 2.5 points, but by the rule for repeated runs 2.5
            "rule" : "all-must-pass" & "schedules" : 100 | "rule" : "proportional" & "schedules" : 300 | core 1: it has the verdict passed, but only 100 of 300
            "undecidedSchedules" : 3  | "undecidedSchedules" : 8 | core 3: 8 schedules are undecided, and 0 failed, of 7 that ran
            "undecidedSchedules" : 3  | "undecidedSchedules" : -1 | core 3: -1 schedules are undecided, and 0 failed, of 7 that ran
            "extraCredit" : 2.5       | "extraCredit" : 5        | core 1: 5 of 2.5 extra credit
            "points" : 2.5            | "points" : 2             | core 1: it has the verdict passed, but 4.5 of 5 points
            "verdict" : "failed"      | "verdict" : "passed"     | core 2: it has the verdict passed, but only 4 of 100 schedules did not fail
            "verdict" : "failed"      | "verdict" : "undecided"  | core 2: it is undecided, but 3 schedules failed
            "failedSchedules" : 3     | "failedSchedules" : 0    | core 2: it has the verdict failed, but no schedule failed
            "failedSchedules" : 3     | "failedSchedules" : 8    | core 2: 8 schedules failed, of 7 that ran, of 100
            "failedSchedules" : 3     | "failedSchedules" : -1   | core 2: -1 schedules failed, of 7 that ran, of 100
            "schedulesRun" : 7        | "schedulesRun" : 101     | core 2: 3 schedules failed, of 101 that ran, of 100
            "schedulesRun" : 100      | "schedulesRun" : 99      | core 1: it has the verdict passed, but only 99 of 100 schedules did not fail
            "schedulesRun" : 100      | "schedulesRun" : 0       | core 1: it has 5 points, but no schedule passed
            "number" : 2              | "number" : 1             | core 1 is there twice
            "firstFailure" : null     | "firstFailure" : { "seed" : 1, "diagnostic" : { "code" : "", "arguments" : {}, "place" : null }, "detail" : "", "replay" : "" } | core 1: it has the verdict passed, but names a failure
            "points" : -1             | "points" : -0.5          | adjustment 1 is -0.5, but by its own rule -1
            "days" : 2                | "days" : 1               | adjustment 1 is -1, but by its own rule -0.5
            "perDay" : 10             | "perDay" : 5             | adjustment 1 is -1, but by its own rule -0.5
            "of" : "score"            | "of" : "full_marks"      | adjustment 1 is -1, but by its own rule -1.5
            "mostDays" : 3            | "mostDays" : 1           | adjustment 1 is -1, but by its own rule -5
            "kind" : "late"           | "kind" : "late", "no" : 1 | it is no result: Unrecognized property "no"
            "points" : -1             | "points" : -1 }, { "kind" : "not-building", "gets" : 0, "points" : 0 | there is an adjustment after the one for being late
            "adjustments" : [ {       | "adjustments" : [ { "kind" : "not-building", "gets" : 0, "points" : -1 }, { | adjustment 1 is -1, but by its own rule 0
            "lateDays" : 2            | "lateDays" : 0           | days late: 0, but 2 by the adjustments
            "handedIn" : "2026-12-05T10:00:00Z" | "handedIn" : null | days late: 2, but no time of the hand-in
            """)
    void whatDoesNotAgreeIsSaid(String from, String to, String expected) throws IOException {
        String text = written();
        for (int change = 0; change < from.split(" & ").length; change++) {
            String there = from.split(" & ")[change];
            assertTrue(text.contains(there), text);
            text = text.replaceFirst(Pattern.quote(there), Matcher.quoteReplacement(to.split(" & ")[change]));
        }
        String objection = objection(text);
        assertTrue(objection.startsWith(expected), () -> "expected " + expected + "\n but was " + objection);
    }

    private String written() throws IOException {
        return Files.readString(ResultDirectory.open(directory).write(LATE));
    }

    /** What is said against such a file; empty if nothing is. */
    private String objection(String text) throws IOException {
        Files.writeString(directory.resolve("alice.json"), text);
        return ResultDirectory.open(directory).read("alice").unusable().stream()
                .map(ResultDirectory.Unusable::reason)
                .findFirst()
                .orElse("");
    }

    @Test
    void pointsThatCannotBeComputedAreNoReasonToFail() throws IOException {
        String shared = written().replace("all-must-pass", "proportional");
        for (String schedules : List.of("7", "0", "-1")) {
            String text = shared.replaceFirst("\"schedules\" : 100", "\"schedules\" : " + schedules);
            assertNotEquals("", objection(text));
        }
    }
}
