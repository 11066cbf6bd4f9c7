package kvlab.grader.export.gradebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import kvlab.grader.grade.result.ResultFixture;
import kvlab.grader.grade.result.SubmissionResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CanvasGradebookTest {

    private static final String HEADINGS =
            "Student,ID,SIS User ID,SIS Login ID,Section,Lab 2 (11),Lab 3 (12),Final Score\n";
    private static final String POSSIBLE = "    Points Possible,,,,,10,5,(read only)\n";

    @TempDir
    private Path directory;

    @Test
    void fillsInTheAssignmentAndKeepsEverythingElse() throws Exception {
        FilledGradebook filled = fill(
                HEADINGS + POSSIBLE + "\"Doe, Jane\",71,s1,jane,\"One, two\",-3,,99.5\nRoe Joe,72,s2,joe,1,4,1,\n",
                "Lab 3",
                owned("doejane_71", "doejane", "71", ""),
                owned("x", "Someone", "S2", ""));
        assertEquals(
                HEADINGS + POSSIBLE + "\"Doe, Jane\",71,s1,jane,\"One, two\",-3,2.5,99.5\nRoe Joe,72,s2,joe,1,4,2.5,\n",
                filled.text());
        assertEquals(2, filled.filled());
        assertEquals(List.of("x (Roe Joe): was 1, now 2.5"), filled.notes());
    }

    @Test
    void knowsStudentsByLoginAddressAndNameToo() throws Exception {
        FilledGradebook filled = fill(
                HEADINGS + POSSIBLE + "\"Doe, Jane\",71,,jane,,,,\nRoe Joe,72,,joe,,,,\n\"Lee, Kim Ann\",73,,k7,,,,\n",
                "12",
                owned("jane@x.edu", "jane@x.edu", "", "jane@x.edu"),
                owned("joe", "joe", "", ""),
                owned("kim", "Kim Ann Lee", "", ""));
        assertEquals(3, filled.filled());
        assertEquals(List.of("kim is matched by the name alone"), filled.notes());
    }

    @Test
    void aNameThatIsAnothersTakesNobodysRow() throws Exception {
        String table =
                HEADINGS + POSSIBLE + "\"Doe, Jane\",71,,jane,,,,\nJane Doe,72,,jane2,,,,\nRoe Joe,73,,joe,,,,\n";
        FilledGradebook filled = fill(
                table, "Lab 3", owned("eve", "Jane Doe", "", ""), owned("a", "joe", "", ""), owned("b", "x", "73", ""));
        assertEquals(table, filled.text());
        assertEquals(
                List.of("eve fits several rows", "several submissions fit the same row, so none is entered: a, b"),
                filled.notes());
    }

    @Test
    void everyoneInAGroupGetsTheScore() throws Exception {
        FilledGradebook filled = fill(
                HEADINGS + POSSIBLE + "A,71,,a,,,,\nB,72,,b,,,,\n", "Lab 3", owned("g", "A, B, C", "71, 72, 79", ""));
        assertEquals(HEADINGS + POSSIBLE + "A,71,,a,,,2.5,\nB,72,,b,,,2.5,\n", filled.text());
        assertEquals(List.of("g is not in the gradebook, as far as it is by 79"), filled.notes());
    }

    @Test
    void aMemberWithoutANumberIsFoundByAddressOrNotAtAll() throws Exception {
        String table = HEADINGS + POSSIBLE + "Al,1,,al@x.edu,,,,\nBo,2,,bo@x.edu,,,,\nCy,3,,cy@x.edu,,,,\n";
        FilledGradebook filled =
                fill(table, "Lab 3", owned("team", "Al, Bo, Dee", "-, 2, -", "al@x.edu, -, dee@x.edu"));
        assertEquals(2, filled.filled());
        assertTrue(filled.text().contains("Al,1,,al@x.edu,,,2.5"), filled.text());
        assertTrue(filled.text().contains("Bo,2,,bo@x.edu,,,2.5"), filled.text());
        assertTrue(
                filled.notes().contains("team is not in the gradebook, as far as it is by dee@x.edu"),
                "" + filled.notes());
    }

    @Test
    void whatIsNotDecidedIsLeftEmptyAndListed() throws Exception {
        FilledGradebook filled = fill(HEADINGS + POSSIBLE + "A,71,,a,,,3,\n", "Lab 3", ResultFixture.undecided("a"));
        assertEquals(HEADINGS + POSSIBLE + "A,71,,a,,,,\n", filled.text());
        assertEquals(List.of("a is not decided, so it gets no score yet", "a (A): was 3, now empty"), filled.notes());
    }

    @Test
    void whoIsExcusedStaysExcused() throws Exception {
        String table = HEADINGS + POSSIBLE + "A,71,,a,,,EX,\nB,72,,b,,,ex,\n";
        FilledGradebook filled = fill(table, "Lab 3", owned("a", "", "71", ""), ResultFixture.undecided("b"));
        assertEquals(table, filled.text());
        assertEquals(0, filled.filled());
        assertEquals(
                List.of(
                        "a (A) is excused (EX), so the row stays as it is",
                        "b (B) is excused (EX), so the row stays as it is"),
                filled.notes());
    }

    @Test
    void everyScoreThatWasThereAndIsAnotherIsListed() throws Exception {
        FilledGradebook filled = fill(
                HEADINGS + POSSIBLE + "A,71,,a,,,2.50,\nB,72,,b,,,\"2,5\",\nC,73,,c,,,4,\nD,74,,d,,,A-,\nE,75,,e,,,,\n",
                "Lab 3",
                owned("g", "", "71, 72, 73", ""),
                owned("d", "", "74", ""),
                owned("e", "", "75", ""));
        assertEquals(List.of("g (C): was 4, now 2.5", "d (D): was A-, now 2.5"), filled.notes());
        assertEquals(5, filled.filled());
    }

    @Test
    void byteOrderMarkSeparatorAndLineEndsSurvive() throws Exception {
        String headings = "\uFEFFStudent;ID;Lab 3 (12)\r\n;;Manual Posting\r\n    Points Possible;;5\r\n";
        FilledGradebook filled = fill(headings + "Zoë;71;\r\n", "Lab 3 (12)", owned("z", "", "71", ""));
        assertEquals(headings + "Zoë;71;2.5\r\n", filled.text());
    }

    @Test
    void otherFullMarksAreRemarkedOn() throws Exception {
        FilledGradebook filled =
                fill(HEADINGS + "    Points Possible,,,,,10,100.0,\n", "Lab 3", owned("a", "", "71", ""));
        assertEquals(
                "Canvas has 100.0 points for full marks, the policy 5: scores are entered as they are",
                filled.notes().get(1));
    }

    @Test
    void aTableOfAnotherShapeIsRefusedWithWhatIsMissing() {
        assertRefused("no assignment \"Lab\"; there are: Lab 2 (11), Lab 3 (12)", HEADINGS);
        assertRefused("no columns Student and ID", "name,score\n");
        assertRefused("is empty", "");
        assertRefused("cannot be read as CSV", "Student,ID\n\"open");
    }

    private void assertRefused(String message, String table) {
        UnusableGradebookException refusal =
                assertThrows(UnusableGradebookException.class, () -> fill(table, "Lab", ResultFixture.passed("a")));
        assertTrue(refusal.getMessage().contains(message), refusal.getMessage());
    }

    /** Half right: 2.5 points of 5. */
    private static SubmissionResult owned(String submission, String name, String id, String email) {
        return ResultFixture.ownedBy(ResultFixture.halfRight(submission), name, id, email);
    }

    private FilledGradebook fill(String table, String assignment, SubmissionResult... results)
            throws IOException, UnusableGradebookException {
        Path file = Files.writeString(directory.resolve("exported.csv"), table);
        return CanvasGradebook.read(file, assignment).fill(List.of(results));
    }
}
