package kvlab.grader.report.html;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import kvlab.grader.result.SubmissionResult;
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
    void whatTheKitCouldNotDecideIsNoFailure() {
        Verdict broken = new Verdict.InfrastructureError("no memory", "");
        assertEquals(List.of(), failures(ClassFixture.by("dan", broken, broken, broken, broken)));
    }

    private static Verdict failed(String server) {
        return ClassFixture.failed(server);
    }

    private static List<TypicalFailure> failures(SubmissionResult... results) {
        return TypicalFailure.of(TestColumn.of(List.of(results)), List.of(results));
    }
}
