package kvlab.grader.report.html;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import kvlab.grader.grade.result.ResultFixture;
import kvlab.grader.grade.result.SubmissionResult;
import kvlab.schedule.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TypicalFailureTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            get("1") on server 0 answered                | get("…") on server … answered
            servers 1, 2 and 3 were cut off              | server … were cut off
            server 4 was cut off                         | server … was cut off
            while three of the five servers were cut off | while three of the five servers were cut off
            not done within 3 s at 812.5 ms              | not done within … at …
            not done within 3s                           | not done within …
            put("a, b", "c") was lost                    | put("…", "…") was lost
            KvServer2 threw IllegalStateException        | KvServer2 threw IllegalStateException
            both lead in term 7                          | both lead in term …
            """)
    void whatDiffersFromSeedToSeedIsTakenOut(String message, String common) {
        assertEquals(common, Blanked.message(message));
    }

    @Test
    void eachSubmissionCountsOnceForEachKindOfFailure() {
        SubmissionResult ben =
                ClassFixture.by("ben", failed("1"), failed("2"), failed("3"), new Verdict.Failed("something else", ""));
        SubmissionResult cleo =
                ClassFixture.by("cleo", new Verdict.Passed(), failed("9"), new Verdict.Passed(), new Verdict.Passed());
        List<TypicalFailure> failures = failures(ben, cleo);
        assertEquals(List.of(2, 1), failures.stream().map(TypicalFailure::count).toList());
        assertEquals(
                List.of("1, 2, 3", "4"),
                failures.stream().map(TypicalFailure::testsInWords).toList());
        assertEquals(
                "get(\"…\") on server … answered too early", failures.get(0).message());
        assertEquals(
                "get(\"k\") on server 1 answered too early", failures.get(0).example());
    }

    @Test
    void aRefusalIsOneFailureAndOfNoTest() {
        Verdict refused = new Verdict.Refused("does not compile", "");
        List<TypicalFailure> failures = failures(ClassFixture.by("eve", refused, refused, refused, refused));
        assertEquals(1, failures.size());
        assertEquals("", failures.get(0).testsInWords());
    }

    @Test
    void equalRefusalsAreOneFailureWhoeverTheyAreOf() {
        List<TypicalFailure> failures = failures(
                refused("/tmp/x/canvas/doeeric_1_6_report.pdf", " is a PDF, whatever its name says"),
                refused("/tmp/x/canvas/roeann_22_67_my lab.pdf", " is a PDF, whatever its name says"));
        assertEquals(
                List.of("… is a PDF, whatever its name says"),
                failures.stream().map(TypicalFailure::message).toList());
        assertEquals(2, failures.get(0).count());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            holds several archives (Eric Doe.zip, doe_lab.zip) | holds several archives (…)
            doe_lab/KvServer.java and ericdoe/KvServer.java    | …_lab/KvServer.java and …/KvServer.java
            handed in by Doe, Eric (eric@example.org)          | handed in by … (…)
            does not compile                                   | does not compile
            """)
    void aMessageDoesNotTellWhoseItIs(String message, String told) {
        SubmissionResult eric = ResultFixture.ownedBy(
                ClassFixture.by("d", failed("1"), failed("2"), failed("3"), failed("4")),
                "Eric Doe",
                "4711",
                "eric@example.org");
        assertEquals(told, Blanked.message(Nameless.message(eric, message)));
    }

    @Test
    void whatTheKitCouldNotDecideIsNoFailure() {
        Verdict broken = new Verdict.InfrastructureError("no memory", "");
        assertEquals(List.of(), failures(ClassFixture.by("dan", broken, broken, broken, broken)));
    }

    private static SubmissionResult refused(String path, String why) {
        Verdict refused = new Verdict.Refused(path + why, "");
        return ClassFixture.by(path, refused, refused, refused, refused);
    }

    private static Verdict failed(String server) {
        return ClassFixture.failed(server);
    }

    private static List<TypicalFailure> failures(SubmissionResult... results) {
        return TypicalFailure.of(TestColumn.of(List.of(results)), List.of(results));
    }
}
