package kvlab.grader.report.gradebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import kvlab.grader.result.ResultFixture;
import kvlab.grader.result.SubmissionResult;
import kvlab.schedule.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MoodleWorksheetTest {

    @TempDir
    private Path directory;

    @Test
    void gradeAndFeedbackGoTogether() throws Exception {
        String headings = "\uFEFFIdentifier,Full name,Email address,Status,Grade,Maximum grade,Feedback comments\r\n";
        Filled filled = fill(
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
        Filled filled = fill(
                "useremail,useridnumber\na@x.edu,s1\nb@x.edu,s2\n",
                owned(ResultFixture.passed("one"), "", "", "A@x.edu"),
                owned(ResultFixture.passed("two"), "", "s2", ""));
        assertEquals(
                "useremail,useridnumber,Grade,Feedback comments\na@x.edu,s1,5,Score: 5 / 5\nb@x.edu,s2,5,Score: 5 / 5\n",
                filled.text());
    }

    @Test
    void feedbackCannotBringMarkup() throws Exception {
        Verdict hostile = new Verdict.Failed("<script>alert('&')</script>\u202E", "");
        Filled filled = fill(
                "useremail\na@x.edu\n",
                owned(ResultFixture.of("one", new Verdict.Passed(), hostile), "", "", "a@x.edu"));
        assertEquals(
                "core 2 (Test 2) failed, 0 of 2.5 points: &lt;script&gt;alert(&#39;&amp;&#39;)&lt;/script&gt;?",
                filled.text().lines().toList().get(1).split("<br />")[1].replace("\"", ""));
    }

    @Test
    void aMaximumThatMoodleWouldRefuseGradesAgainstIsRemarkedOn() throws Exception {
        Filled filled =
                fill("useremail,Maximum grade\na@x.edu,100\n", owned(ResultFixture.passed("one"), "", "", "a@x.edu"));
        assertEquals(
                List.of("Moodle's maximum grade is 100, and up to 5 can be earned: Moodle refuses what is more than its"
                        + " maximum"),
                filled.notes());
    }

    @Test
    void aTableThatSaysNothingOfWhoIsWhoIsRefused() {
        assertThrows(UnusableGradebookException.class, () -> fill("name,grade\na,1\n", ResultFixture.passed("a")));
    }

    private static SubmissionResult owned(SubmissionResult result, String name, String id, String email) {
        return ResultFixture.ownedBy(result, name, id, email);
    }

    private Filled fill(String table, SubmissionResult... results) throws IOException, UnusableGradebookException {
        Path file = Files.writeString(directory.resolve("exported.csv"), table);
        return MoodleWorksheet.read(file).fill(List.of(results));
    }
}
