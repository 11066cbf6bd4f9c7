package kvlab.grader.export.gradebook;

import static kvlab.grader.TestDiagnostics.saying;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import kvlab.grader.grade.result.ResultFixture;
import kvlab.grader.grade.result.SubmissionResult;
import kvlab.schedule.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MoodleWorksheetTest {

    @TempDir
    private Path directory;

    @Test
    void gradeAndFeedbackGoTogether() throws Exception {
        String headings = "\uFEFFIdentifier,Full name,Email address,Status,Grade,Maximum grade,Feedback comments\r\n";
        FilledGradebook filled = fill(
                headings + "Teilnehmer/in 71,Jane Doe,jane@x.edu,Submitted,,5.00,\r\nTeilnehmer/in 72,Joe,,,,5.00,\r\n",
                owned(ResultFixture.halfRight("Jane Doe_71"), "Jane Doe", "71", ""));
        assertEquals(
                headings
                        + "Teilnehmer/in 71,Jane Doe,jane@x.edu,Submitted,2.5,5.00,\"Score: 2.5 / 5<br />core 2 (Test 2) timed"
                        + " out, 0 of 2.5 points: stands ?[31mstill\"\r\nTeilnehmer/in 72,Joe,,,,5.00,\r\n",
                filled.text());
        assertEquals(List.of(), filled.notes());
    }

    @Test
    void anyTableOfParticipantsWillDo() throws Exception {
        FilledGradebook filled = fill(
                "useremail,useridnumber\na@x.edu,s1\nb@x.edu,s2\n",
                owned(ResultFixture.passed("one"), "", "", "A@x.edu"),
                owned(ResultFixture.passed("two"), "", "s2", ""));
        assertEquals(
                "useremail,useridnumber,Grade,Feedback comments\na@x.edu,s1,5,Score: 5 / 5\nb@x.edu,s2,5,Score: 5 / 5\n",
                filled.text());
    }

    @Test
    void feedbackCannotBringMarkup() throws Exception {
        Verdict hostile = new Verdict.Failed(saying("<script>alert('&')</script>\u202E"), "");
        FilledGradebook filled = fill(
                "useremail\na@x.edu\n",
                owned(ResultFixture.of("one", new Verdict.Passed(), hostile), "", "", "a@x.edu"));
        assertEquals(
                "core 2 (Test 2) failed, 0 of 2.5 points: &lt;script&gt;alert(&#39;&amp;&#39;)&lt;/script&gt;?",
                filled.text().lines().toList().get(1).split("<br />")[1].replace("\"", ""));
    }

    @Test
    void aMaximumThatMoodleWouldRefuseGradesAgainstIsRemarkedOn() throws Exception {
        FilledGradebook filled =
                fill("useremail,Maximum grade\na@x.edu,100\n", owned(ResultFixture.passed("one"), "", "", "a@x.edu"));
        assertEquals(
                List.of("Moodle's maximum grade is 100, and up to 5 can be earned: Moodle refuses what is more than its"
                        + " maximum"),
                filled.notes());
    }

    @Test
    void theMaximumOfEveryRowIsLookedAt() throws Exception {
        FilledGradebook filled = fill(
                "useremail,Maximum grade\na@x.edu,5.00\nb@x.edu,4\nc@x.edu,3\nd@x.edu,4\ne@x.edu,\n",
                owned(ResultFixture.passed("one"), "", "", "a@x.edu"));
        assertEquals(
                List.of("Moodle's maximum grade is 4 or 3, and up to 5 can be earned: Moodle refuses what is more than"
                        + " its maximum"),
                filled.notes());
    }

    @Test
    void aLockedGradeStaysWithItsFeedback() throws Exception {
        String locked = "a@x.edu,Jane Doe,3,No,well done\n";
        String headings = "useremail,Full name,Grade,Grade can be changed,Feedback comments\n";
        FilledGradebook filled = fill(
                headings + locked + "b@x.edu,Joe,,Yes,\n",
                owned(ResultFixture.passed("one"), "", "", "a@x.edu"),
                owned(ResultFixture.passed("two"), "", "", "b@x.edu"));
        assertEquals(headings + locked + "b@x.edu,Joe,5,Yes,Score: 5 / 5\n", filled.text());
        assertEquals(1, filled.filled());
        assertEquals(
                List.of("one (Jane Doe) is locked in Moodle (Grade can be changed: No), so the row stays as it is"),
                filled.notes());
    }

    @Test
    void everyGradeThatWasThereAndIsAnotherIsListed() throws Exception {
        FilledGradebook filled = fill(
                "useremail,Grade\na@x.edu,4.00\nb@x.edu,5.00\nc@x.edu,-\n",
                owned(ResultFixture.passed("one"), "", "", "a@x.edu"),
                owned(ResultFixture.passed("two"), "", "", "b@x.edu"),
                owned(ResultFixture.passed("three"), "", "", "c@x.edu"));
        assertEquals(List.of("one: was 4.00, now 5"), filled.notes());
    }

    @Test
    void rowsThatGetNothingHaveTheNewColumnsToo() throws Exception {
        FilledGradebook filled =
                fill("useremail\na@x.edu\nb@x.edu\n", owned(ResultFixture.passed("one"), "", "", "a@x.edu"));
        assertEquals("useremail,Grade,Feedback comments\na@x.edu,5,Score: 5 / 5\nb@x.edu,,\n", filled.text());
    }

    @Test
    void aTableThatSaysNothingOfWhoIsWhoIsRefused() {
        assertThrows(UnusableGradebookException.class, () -> fill("name,grade\na,1\n", ResultFixture.passed("a")));
    }

    private static SubmissionResult owned(SubmissionResult result, String name, String id, String email) {
        return ResultFixture.ownedBy(result, name, id, email);
    }

    private FilledGradebook fill(String table, SubmissionResult... results)
            throws IOException, UnusableGradebookException {
        Path file = Files.writeString(directory.resolve("exported.csv"), table);
        return MoodleWorksheet.read(file).fill(List.of(results));
    }
}
