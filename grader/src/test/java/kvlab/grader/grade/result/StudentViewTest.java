package kvlab.grader.grade.result;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import kvlab.grader.policy.Policy;
import kvlab.grader.policy.PolicyFixture;
import kvlab.grader.report.LostPoints;
import kvlab.schedule.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
        Verdict failed = new Verdict.Failed("stale", "detail");
        List<TestResult> shown = StudentView.of(
                        ResultFixture.by(POLICY, "alice", 0, List.of(), failed, failed, failed, failed))
                .tests();
        assertEquals(List.of(2, 3, 4), shown.stream().map(TestResult::number).toList());
        assertEquals(Optional.empty(), shown.get(0).firstFailure());
        assertEquals(
                Optional.of(new TestResult.FirstFailure(0, "stale", "", "")),
                shown.get(1).firstFailure());
        assertEquals(
                Optional.of(new TestResult.FirstFailure(4, "stale", "detail", "./kvlab test --test 4 --seed 4")),
                shown.get(2).firstFailure());
    }

    @Test
    void noMessageTellsWhereTheGraderHadTheSubmission() {
        String path = "/tmp/x/canvas/doeeric_1_6_report (2).pdf";
        Verdict refused = new Verdict.Refused(path + " is a PDF", "below " + path + ": nothing");
        SubmissionResult result = ResultFixture.by(POLICY, path, 0, List.of(), refused, refused, refused, refused);
        for (TestResult test : StudentView.of(result).tests()) {
            TestResult.FirstFailure told = test.firstFailure().orElseThrow();
            assertEquals("your hand-in is a PDF", told.message());
            assertEquals("below your hand-in: nothing", told.detail());
        }
        assertEquals(List.of("refused: your hand-in is a PDF"), LostPoints.inWords(result));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            a/b.zip  | a/b.zip is empty                | HERE is empty
            a/b      | below a/b, in a/b/c, and a/b.   | below HERE, in HERE/c, and HERE.
            a/b      | a/bc, a/b-c, a/b.c and xa/b     | a/bc, a/b-c, a/b.c and xa/b
            a/b      | denied: /home/ta/a/b/K.java     | denied: HERE/K.java
            a$/(b)   | a$/(b) is empty                 | HERE is empty
            server   | server 2 is server 2's peer     | HERE 2 is server 2's peer
            server   | the server lost a key           | the server lost a key
            .        | . holds nothing. Or so.         | HERE holds nothing. Or so.
            """)
    void aPlaceIsKnownWhereItStandsAsAPath(String path, String message, String told) {
        assertEquals(told, Place.of(path).replacedIn(message, "HERE"));
    }

    @Test
    void aPlaceIsKnownByItsEscapesToo() {
        assertEquals("HERE is empty", Place.of("a/b\u202ec").replacedIn("a/b\\u202ec is empty", "HERE"));
    }

    @Test
    void aRefusalIsNoSecret() {
        Verdict refused = new Verdict.Refused("does not compile", "");
        SubmissionResult view =
                StudentView.of(ResultFixture.by(POLICY, "alice", 0, List.of(), refused, refused, refused, refused));
        view.tests()
                .forEach(test -> assertEquals(
                        "does not compile", test.firstFailure().orElseThrow().message()));
    }
}
