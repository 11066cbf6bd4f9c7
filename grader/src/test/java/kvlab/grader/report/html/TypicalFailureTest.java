package kvlab.grader.report.html;

import static kvlab.grader.TestDiagnostics.saying;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import kvlab.diagnostic.Diagnostic;
import kvlab.diagnostic.SourcePlace;
import kvlab.grader.grade.result.SubmissionResult;
import kvlab.schedule.Verdict;
import org.junit.jupiter.api.Test;

class TypicalFailureTest {

    @Test
    void eachSubmissionCountsOnceForEachKindOfFailure() {
        SubmissionResult ben = ClassFixture.by(
                "ben", failed("1"), failed("2"), failed("3"), new Verdict.Failed(Diagnostic.of("test.review"), ""));
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
        Verdict refused = new Verdict.Refused(saying("does not compile"), "");
        List<TypicalFailure> failures = failures(ClassFixture.by("eve", refused, refused, refused, refused));
        assertEquals(1, failures.size());
        assertEquals("", failures.get(0).testsInWords());
    }

    @Test
    void equalRefusalsAreOneFailureWhoeverTheyAreOf() {
        List<TypicalFailure> failures = failures(
                refused("/tmp/x/canvas/doeeric_1_6_report.pdf"), refused("/tmp/x/canvas/roeann_22_67_my lab.pdf"));
        assertEquals(
                List.of("… is a PDF, whatever its name says"),
                failures.stream().map(TypicalFailure::message).toList());
        assertEquals(2, failures.get(0).count());
    }

    @Test
    void aBrokenRuleIsOneFailureHoweverManyOthersAreBroken() {
        Diagnostic first = Diagnostic.of("rules.native-method");
        Diagnostic inClerk = first.at(new SourcePlace("Clerk.java", "Clerk", "call", 8));
        Diagnostic inServer = first.at(new SourcePlace("KvServer.java", "KvServer", "put", 5));
        Verdict alone = new Verdict.Refused(inClerk, "");
        Verdict withOthers = new Verdict.Refused(inServer.with("more", 3), "");
        List<TypicalFailure> failures = failures(
                ClassFixture.by("ann", alone, alone, alone, alone),
                ClassFixture.by("bea", withOthers, withOthers, withOthers, withOthers));
        assertEquals(List.of(2), failures.stream().map(TypicalFailure::count).toList());
    }

    @Test
    void aMessageDoesNotTellWhoseItIs() {
        for (Diagnostic telling : List.of(
                Diagnostic.of("test.several-archives").with("names", "Eric Doe.zip, doe_lab.zip"),
                Diagnostic.of("test.handed-in-by").with("name", "Doe, Eric").with("email", "eric@example.org"),
                Diagnostic.of("test.file-type")
                        .with("path", "canvas/doeeric_1_6_report.pdf")
                        .with("type", "PDF"),
                Diagnostic.of("test.unknown").with("name", "Eric Doe"))) {
            Verdict refused = new Verdict.Refused(telling, "");
            String told = failures(ClassFixture.by("eric", refused, refused, refused, refused))
                    .get(0)
                    .message();
            assertFalse(told.matches("(?i)(?s).*(eric|doe).*"), told);
        }
    }

    @Test
    void otherThingsAreOtherFailuresWhateverTheySay() {
        Diagnostic pdf = Diagnostic.of("test.file-type").with("path", "a").with("type", "PDF");
        SubmissionResult ben = ClassFixture.by(
                "ben",
                new Verdict.Failed(pdf, ""),
                new Verdict.Failed(pdf.with("path", "b"), ""),
                new Verdict.Failed(pdf.with("type", "RAR"), ""),
                new Verdict.Crashed(pdf, ""));
        assertEquals(
                List.of("1, 2", "3", "4"),
                failures(ben).stream().map(TypicalFailure::testsInWords).toList());
    }

    @Test
    void whatTheKitCouldNotDecideIsNoFailure() {
        Verdict broken = new Verdict.InfrastructureError(saying("no memory"), "");
        assertEquals(List.of(), failures(ClassFixture.by("dan", broken, broken, broken, broken)));
    }

    private static SubmissionResult refused(String path) {
        Diagnostic isPdf = Diagnostic.of("test.file-type").with("path", path).with("type", "PDF");
        Verdict refused = new Verdict.Refused(isPdf, "");
        return ClassFixture.by(path, refused, refused, refused, refused);
    }

    private static Verdict failed(String server) {
        return ClassFixture.failed(server);
    }

    private static List<TypicalFailure> failures(SubmissionResult... results) {
        return TypicalFailure.of(TestColumn.of(List.of(results)), List.of(results));
    }
}
