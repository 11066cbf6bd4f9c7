package kvlab.grader.export.gradebook;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import kvlab.grader.MangledBytes;
import kvlab.grader.grade.result.ResultFixture;
import kvlab.grader.grade.result.SubmissionResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever an exported gradebook holds, it is filled in, or refused in words. */
class MangledGradebooksTest {

    private static final int FILES = 500;
    private static final List<String> PIECES = List.of(
            "\n",
            "\r",
            ",",
            ";",
            "\"",
            "\"\"",
            "=1+1",
            "@x",
            "-",
            "EX",
            "    Points Possible",
            "Lab (1)",
            "Identifier",
            "\u0000",
            "\u001B[2J",
            "\uFEFF",
            "1e999999999",
            "\uD83D\uDE00");
    private static final List<SubmissionResult> CLASS = List.of(
            ResultFixture.ownedBy(ResultFixture.passed("abel"), "Niels Abel", "71", "abel@x.edu"),
            ResultFixture.undecided("dirac"));

    @TempDir
    private Path directory;

    @Test
    void noGradebookOfCanvasBreaksTheReader() throws IOException {
        each(
                "Student,ID,SIS Login ID,Section,Lab (1)\n    Points Possible,,,,5\n\"Abel, Niels\",71,abel,A,\nDirac,72,dirac,A,3\n",
                file -> CanvasGradebook.read(file, "Lab").fill(CLASS));
    }

    @Test
    void noWorksheetOfMoodleBreaksTheReader() throws IOException {
        each(
                "Identifier,Full name,Email address,Grade,Maximum grade,Grade can be changed\n"
                        + "Participant 71,\"Abel, Niels\",abel@x.edu,-,5.00,Yes\nParticipant 72,Dirac,dirac@x.edu,3,5.00,No\n",
                file -> MoodleWorksheet.read(file).fill(CLASS));
    }

    @FunctionalInterface
    private interface Filling {
        FilledGradebook fill(Path file) throws IOException, UnusableGradebookException;
    }

    private void each(String right, Filling filling) throws IOException {
        Random random = new Random(1);
        int refused = 0;
        for (int i = 0; i < FILES; i++) {
            byte[] mangled = MangledBytes.of(right.getBytes(StandardCharsets.UTF_8), PIECES, random);
            try {
                filling.fill(Files.write(directory.resolve("exported.csv"), mangled));
            } catch (UnusableGradebookException e) {
                refused++;
            }
        }
        assertTrue(FILES / 10 < refused && refused < FILES, "refused " + refused);
    }
}
