package kvlab.grader.grade;

import static kvlab.grader.TestDiagnostics.saying;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kvlab.diagnostic.Diagnostic;
import kvlab.grader.execute.SubmissionOutcome;
import kvlab.grader.execute.TestOutcome;
import kvlab.grader.grade.result.Deadline;
import kvlab.grader.grade.result.SubmissionHeader;
import kvlab.grader.grade.result.SubmissionResult;
import kvlab.grader.intake.IntakeResult;
import kvlab.grader.intake.Student;
import kvlab.grader.intake.files.Origin;
import kvlab.grader.intake.restricted.Findings;
import kvlab.grader.policy.Policy;
import kvlab.grader.policy.PolicyFixture;
import kvlab.grader.policy.score.Score;
import kvlab.schedule.Seeds;
import kvlab.schedule.Verdict;
import org.junit.jupiter.api.Test;

class BestCandidateTest {

    private static final Policy POLICY = PolicyFixture.firstTests(1, """
            name: best
            suites: { core: { points: 10, schedules: 4 } }
            repeated-runs: proportional
            due: { at: 2026-12-04 12:00, zone: America/New_York }
            late: { percent-per-day: 10, most-days: 3 }
            """);
    private static final Instant IN_TIME = Instant.parse("2026-12-04T10:00:00Z");
    private static final Instant DAY_LATE = Instant.parse("2026-12-05T10:00:00Z");

    private final List<String> graded = new ArrayList<>();

    @Test
    void aLateOneThatGivesMoreCountsAndTheOtherIsNamed() {
        SubmissionResult result = best(2, 4);
        assertEquals("9", result.score().toPlainString());
        assertEquals(1, result.lateDays());
        assertEquals(
                "[commit c0 on branch lab of 4 December 2026, 05:00:00 America/New_York gives 5 points, so it does not"
                        + " count]",
                result.notes().toString());
        assertEquals(List.of("c0", "c1"), graded);
    }

    @Test
    void aLateOneThatGivesLessDoesNotCount() {
        SubmissionResult result = best(3, 3);
        assertEquals("7.5", result.score().toPlainString());
        assertEquals(0, result.lateDays());
    }

    @Test
    void whatCannotGiveMoreIsNotGraded() {
        SubmissionResult result = best(4, 4);
        assertEquals(List.of("c0"), graded);
        assertEquals(
                "[commit c1 on branch lab of 5 December 2026, 05:00:00 America/New_York, 1 day late, could give at most"
                        + " 9 points, so it was not graded]",
                result.notes().toString());
    }

    /** A student's best may be what the kit failed on. */
    @Test
    void whatIsNotDecidedIsNotPassedOver() {
        SubmissionResult result = best(2, -1);
        assertFalse(result.decided());
        assertEquals("9", result.possibleScore().toPlainString());
    }

    @Test
    void equalContentsAreGradedOnceAndDifferentOnesHaveAKeyOfTheirOwn() {
        PolicyIntake.Opened inTime = opened(0);
        PolicyIntake.Opened late = opened(1);
        PolicyIntake.Opened same = new PolicyIntake.Opened(late.header(), inTime.intake());
        assertEquals(List.of(inTime), HandIn.of(List.of(inTime, same)).candidates());
        HandIn both = HandIn.of(List.of(inTime, late));
        assertEquals(2, both.candidates().size());
        assertNotEquals(inTime.header().key(), both.header().key());
        assertEquals(both.header().key(), both.candidates().get(1).header().key());
    }

    /** @param passed schedules of the candidates, of four; -1 if the kit failed */
    private SubmissionResult best(int... passed) {
        List<PolicyIntake.Opened> candidates = new ArrayList<>();
        for (int number = 0; number < passed.length; number++) {
            candidates.add(opened(number));
        }
        return new BestCandidate(POLICY, opened -> {
                    String commit = opened.header().origin().orElseThrow().commit();
                    graded.add(commit);
                    SubmissionOutcome outcome = outcome(passed[Integer.parseInt(commit.substring(1))]);
                    SubmissionHeader header = opened.header();
                    SubmissionResult result =
                            SubmissionResult.of(POLICY, header, outcome, Score.of(POLICY, outcome, header.lateDays()));
                    return new Graded(result, Optional.empty());
                })
                .of(HandIn.of(candidates))
                .result();
    }

    private static PolicyIntake.Opened opened(int number) {
        Instant time = number == 0 ? IN_TIME : DAY_LATE;
        SubmissionHeader header = new SubmissionHeader(
                new Student("alice", "", "", ""),
                "alice",
                Optional.empty(),
                Optional.of(Origin.ofCommit("lab", "c" + number, time)),
                Optional.of(time),
                Deadline.of(POLICY),
                POLICY.lateDays(time),
                Findings.NONE,
                List.of(),
                List.of(),
                "key " + number);
        return new PolicyIntake.Opened(
                header, new IntakeResult.Unusable(Diagnostic.of("test.refused").with("number", number)));
    }

    private static SubmissionOutcome outcome(int passed) {
        Verdict verdict = passed < 0
                ? new Verdict.InfrastructureError(saying("no memory"), "")
                : new Verdict.Failed(saying("lost an append"), "");
        Optional<TestOutcome.Failure> failure =
                passed == 4 ? Optional.empty() : Optional.of(new TestOutcome.Failure(1, verdict));
        TestOutcome test = passed < 0
                ? new TestOutcome(1, "Basic", 4, 1, 0, 1, failure)
                : new TestOutcome(1, "Basic", 4, 4, 4 - passed, 0, failure);
        return new SubmissionOutcome(
                new Seeds(1, 4),
                List.of(test),
                List.of(),
                Optional.empty(),
                Diagnostic.of("sandbox.none").with("why", "this is a test"));
    }
}
