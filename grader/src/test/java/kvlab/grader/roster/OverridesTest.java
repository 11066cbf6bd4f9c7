package kvlab.grader.roster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import kvlab.diagnostic.Diagnostic;
import kvlab.grader.TestDiagnostics;
import kvlab.grader.grade.result.ResultFixture;
import kvlab.grader.grade.result.SubmissionResult;
import kvlab.grader.policy.Policy;
import kvlab.grader.policy.PolicyFixture;
import kvlab.grader.report.ResultWords;
import kvlab.schedule.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two tests with 2.5 points each; of bob's the second failed. */
class OverridesTest {

    private static final Policy LATE = PolicyFixture.firstTests(
            2,
            "name: two\nsuites: { core: { points: 2.5 } }\n"
                    + "due: { at: 2026-12-04 18:00, zone: UTC }\nlate: { percent-per-day: 10, most-days: 3, percent-of: score }");

    @TempDir
    private Path directory;

    @Test
    void aTotalIsSetAndSaysByWhomAndWhy() throws Exception {
        SubmissionResult bob = applied("bob,,4,Ada,2026-12-09,talked to him\n", ResultFixture.halfRight("bob"));
        assertEquals("4", bob.score().toPlainString());
        assertEquals("4", bob.possibleScore().toPlainString());
        assertEquals(
                "total set to 4 by Ada, 2026-12-09: talked to him: +1.5",
                ResultWords.line(bob.adjustments().get(0)));
    }

    @Test
    void aTestsPointsAreChangedBeforeTheLatePenalty() throws Exception {
        SubmissionResult late =
                ResultFixture.by(LATE, "bob", 1, List.of(), new Verdict.Passed(), new Verdict.TimedOut(saying(), ""));
        assertEquals("2.25", late.score().toPlainString());
        SubmissionResult changed = applied("bob,core 2,1.5,Ada,,half of it\nbob,2,2,Ada,,more\n", late);
        assertEquals("4.05", changed.score().toPlainString());
        assertEquals(
                List.of(
                        "core 2 set to 2 by Ada: more: +2",
                        "1 day late: 10 % off for each day begun, of the score: -0.45"),
                changed.adjustments().stream().map(ResultWords::line).toList());
        assertEquals(
                "5",
                applied("bob,total,5,Ada,,all\nbob,1,0,Ada,,x\n", late).score().toPlainString());
    }

    @Test
    void aCommentChangesNoPoints() throws Exception {
        SubmissionResult bob = applied("bob,,,Ada,,see me\n", ResultFixture.halfRight("bob"));
        assertEquals("2.5", bob.score().toPlainString());
        assertEquals(
                "comment by Ada: see me: 0", ResultWords.line(bob.adjustments().get(0)));
    }

    @Test
    void onlyATotalDecidesWhatTheGraderCouldNot() throws Exception {
        SubmissionResult open = applied("bob,core 1,0,Ada,,no\n", ResultFixture.undecided("bob"));
        assertFalse(open.decided());
        assertEquals(
                "0 2.5",
                open.score().toPlainString() + " " + open.possibleScore().toPlainString());
        assertTrue(
                applied("bob,,3,Ada,,enough\n", ResultFixture.undecided("bob")).decided());
    }

    @Test
    void rowsThatFitNothingAreNotedAndOthersStay() throws Exception {
        SubmissionResult alice = ResultFixture.passed("alice");
        write("eve,,0,Ada,,x\nalice,core 7,0,Ada,,x\n");
        Overrides.Applied applied = Overrides.in(directory).applyTo(List.of(alice));
        assertSame(alice, applied.results().get(0));
        assertEquals(
                List.of(
                        "overrides.csv, line 2: there is no result of eve, or several fit",
                        "overrides.csv, line 3: alice has no test core 7: write it like core 4"),
                applied.notes());
        assertEquals(List.of(), Overrides.in(directory.resolve("elsewhere")).rows());
    }

    @Test
    void allErrorsAreReportedAtOnce() throws Exception {
        write("bob,,five,Ada,,x\n,,1,Ada,,x\nbob,,1,,,\nbob,2,,Ada,,x\nbob,,-1,Ada,,x\n");
        String message = assertThrows(UnusableTableException.class, () -> Overrides.in(directory))
                .getMessage();
        assertEquals(
                List.of("2", "3", "4", "4", "5", "6"),
                message.lines()
                        .skip(1)
                        .map(line -> line.replaceAll("^  line |:.*", ""))
                        .toList());
    }

    @Test
    void whatIsNoTableOfASensibleSizeIsNotRead() throws Exception {
        Path table = Files.createDirectory(directory.resolve(Overrides.FILE));
        assertThrows(UnusableTableException.class, () -> Overrides.in(directory));
        Files.delete(table);
        try (RandomAccessFile file = new RandomAccessFile(table.toFile(), "rw")) {
            file.setLength(1L << 40);
        }
        assertThrows(UnusableTableException.class, () -> Overrides.in(directory));
    }

    private static Diagnostic saying() {
        return TestDiagnostics.saying("stands still");
    }

    private SubmissionResult applied(String rows, SubmissionResult result) throws Exception {
        write(rows);
        return Overrides.in(directory).applyTo(List.of(result)).results().get(0);
    }

    private void write(String rows) throws Exception {
        Files.writeString(directory.resolve(Overrides.FILE), "submission,test,points,who,when,why\n" + rows);
    }
}
