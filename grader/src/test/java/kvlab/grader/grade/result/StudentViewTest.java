package kvlab.grader.grade.result;

import static kvlab.grader.TestDiagnostics.saying;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import kvlab.diagnostic.Diagnostic;
import kvlab.grader.policy.Policy;
import kvlab.grader.policy.PolicyFixture;
import kvlab.grader.policy.score.TestResult;
import kvlab.grader.report.ResultWords;
import kvlab.schedule.Verdict;
import org.junit.jupiter.api.Test;

class StudentViewTest {

    private static final Policy POLICY = PolicyFixture.firstTests(4, """
            name: four
            suites:
              core:
                points: 1
                tests:
                  1: { students-see: nothing }
                  2: { students-see: verdict }
                  3: { students-see: message }
                  4: { students-see: everything }
            """);

    @Test
    void studentsSeeOfATestWhatThePolicySays() {
        Diagnostic stale = Diagnostic.of("test.answered-early").with("key", "k").with("server", 1);
        Verdict failed = new Verdict.Failed(stale, "detail");
        List<TestResult> shown = StudentView.of(
                        ResultFixture.by(POLICY, "alice", 0, List.of(), failed, failed, failed, failed))
                .tests();
        assertEquals(List.of(2, 3, 4), shown.stream().map(TestResult::number).toList());
        assertEquals(Optional.empty(), shown.get(0).firstFailure());
        assertEquals(
                Optional.of(new TestResult.FirstFailure(0, stale, "", "")),
                shown.get(1).firstFailure());
        assertEquals(
                Optional.of(new TestResult.FirstFailure(
                        4, stale, "detail", "./kvlab test --test 4 --seed 4 --edition " + ResultFixture.EDITION)),
                shown.get(2).firstFailure());
    }

    @Test
    void aHiddenSeedIsShownOnlyOnceItIsReleased() {
        Policy policy = PolicyFixture.firstTests(1, """
                name: final
                suites: { core: { points: 1 } }
                hidden-seed: 583920417760235914
                """);
        Policy hidden = policy.withSeed(policy.hiddenSeed().orElseThrow());
        Verdict failed = new Verdict.Failed(saying("lost"), "detail");
        SubmissionResult result = ResultFixture.by(hidden, "alice", 0, List.of(), failed);
        assertEquals(
                Optional.of(new TestResult.FirstFailure(0, saying("lost"), "detail", "")),
                StudentView.of(result).tests().get(0).firstFailure());
        TestResult.FirstFailure released =
                StudentView.of(result.released()).tests().get(0).firstFailure().orElseThrow();
        assertTrue(released.replay().startsWith("./kvlab test --test 1 --seed"), released.replay());
        SubmissionResult known = ResultFixture.by(policy, "alice", 0, List.of(), failed);
        assertEquals(
                released, StudentView.of(known).tests().get(0).firstFailure().orElseThrow());
    }

    @Test
    void noMessageTellsWhereTheGraderHadTheSubmission() {
        String path = "/tmp/x/canvas/doeeric_1_6_report (2).pdf";
        Verdict refused = new Verdict.Refused(
                Diagnostic.of("test.file-type").with("path", path).with("type", "PDF"), "other files: none");
        SubmissionResult result = ResultFixture.by(POLICY, path, 0, List.of(), refused, refused, refused, refused);
        for (TestResult test : StudentView.of(result).tests()) {
            TestResult.FirstFailure told = test.firstFailure().orElseThrow();
            assertEquals("your hand-in is a PDF, whatever its name says", told.message());
            assertFalse(told.toString().contains("/tmp/x"), told.toString());
            assertEquals("other files: none", told.detail());
        }
        assertEquals(List.of("refused: your hand-in is a PDF, whatever its name says"), ResultWords.lostPoints(result));
    }

    @Test
    void aRefusalIsNoSecret() {
        Verdict refused = new Verdict.Refused(saying("does not compile"), "");
        SubmissionResult view =
                StudentView.of(ResultFixture.by(POLICY, "alice", 0, List.of(), refused, refused, refused, refused));
        view.tests()
                .forEach(test -> assertEquals(
                        "does not compile", test.firstFailure().orElseThrow().message()));
    }
}
