package kvlab.grader.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code kvlab grade} says of results that are there already and are damaged, or left over. Nothing handed in compiles. */
class KeptResultsCommandIT {

    @TempDir
    private Path directory;

    private Path handIns;
    private Path results;
    private Terminal terminal = new Terminal();

    @BeforeEach
    void threeAreGraded() throws IOException {
        handIns = directory.resolve("hand-ins");
        results = directory.resolve("results");
        for (String name : List.of("alice", "bob", "carol")) {
            Files.writeString(
                    Files.createDirectories(handIns.resolve(name)).resolve("KvServer.java"), "package lab; class {");
        }
        assertEquals(ExitCode.OK, grade());
        terminal = new Terminal();
    }

    @Test
    void aDamagedResultIsMadeAgainInOneLine() throws IOException {
        damage("bob");
        assertEquals(ExitCode.OK, grade());
        List<String> lines =
                said().lines().filter(line -> line.contains("bob.json")).toList();
        assertEquals(1, lines.size(), said());
        assertTrue(
                lines.get(0).startsWith(results.resolve("bob.json") + " ")
                        && lines.get(0).contains("its score is 7, but tests and adjustments add up to 0")
                        && lines.get(0).endsWith("bob was graded again, and the file is kept as bob.json.damaged"),
                said());
        assertTrue(said().contains("2 of 3 were graded before"), said());
        assertTrue(grades().contains("\r\nbob,"), grades());
    }

    @Test
    void oneThatIsNotToBeGradedIsNamedAndLeft() throws IOException {
        damage("bob");
        FileTree before = FileTree.of(results);
        for (String option : List.of("--only=alice", "--no-grading")) {
            assertEquals(ExitCode.KIT_FAILED, grade(option));
            assertTrue(said().contains("  " + results.resolve("bob.json") + ": its score is 7, but "), said());
            assertTrue(grades().contains("\r\nalice,") && !grades().contains("bob"), grades());
            assertEquals(
                    before.texts().get("bob.json"), FileTree.of(results).texts().get("bob.json"));
            terminal = new Terminal();
        }
    }

    @Test
    void aResultOfAnotherVersionIsReplacedOnlyIfThatIsSaid() throws IOException {
        String old = "{ \"schema\" : \"kvlab/result/1\", \"score\" : 7 }";
        Files.writeString(results.resolve("bob.json"), old);
        FileTree before = FileTree.of(results);
        for (String option : List.of("--no-reports", "--no-grading", "--only=bob")) {
            assertEquals(ExitCode.WRONG_USE, grade(option));
            assertEquals(before, FileTree.of(results), option);
        }
        assertEquals(ExitCode.KIT_FAILED, grade("--only=alice"));
        assertTrue(said().contains("in no report: 1 result in " + results + " (bob) was written by another"), said());
        assertEquals(old, Files.readString(results.resolve("bob.json")));

        assertEquals(ExitCode.OK, grade("--replace"));
        assertTrue(
                said().contains("bob.json was of another version (it is of kvlab/result/1): bob was graded again,"
                        + " and the file is kept as bob.json.old"),
                said());
        assertEquals(old, Files.readString(results.resolve("bob.json.old")));
        assertTrue(grades().contains("\r\nbob,"), grades());
    }

    @Test
    void whatIsHandedInNoMoreIsNamedAndStaysInTheReports() throws IOException {
        withdrawCarol();
        for (String option : List.of("--no-reports", "--no-grading", "--replace")) {
            terminal = new Terminal();
            assertEquals(ExitCode.OK, grade(option));
            assertTrue(said().contains("\nnot in what was handed in, perhaps withdrawn or renamed: carol. "), said());
        }
        assertTrue(grades().contains("\r\ncarol,"), grades());
    }

    @Test
    void whoGradesSomeIsNotToldOfTheOthers() throws IOException {
        withdrawCarol();
        assertEquals(ExitCode.OK, grade("--only=alice"));
        handIns = handIns.resolve("alice");
        assertEquals(ExitCode.OK, grade());
        assertFalse(said().contains("withdrawn"), said());
    }

    @Test
    void ofADamagedResultItIsNotSaidThatReportsHaveIt() throws IOException {
        withdrawCarol();
        damage("carol");
        assertEquals(ExitCode.KIT_FAILED, grade());
        assertTrue(said().contains("carol.json: ") && !said().contains("withdrawn"), said());
    }

    private void withdrawCarol() throws IOException {
        Files.move(handIns.resolve("carol"), directory.resolve("elsewhere"));
    }

    private void damage(String submission) throws IOException {
        Path file = results.resolve(submission + ".json");
        Files.writeString(file, Files.readString(file).replace("\"score\" : 0", "\"score\" : 7"));
    }

    private String said() {
        return terminal.out();
    }

    private String grades() throws IOException {
        return Files.readString(results.resolve("report").resolve("grades.csv"));
    }

    private int grade(String... options) {
        List<String> arguments = new ArrayList<>(List.of("grade", handIns.toString(), "--out", results.toString()));
        arguments.addAll(List.of("--schedules", "1"));
        arguments.addAll(List.of(options));
        return terminal.run(arguments.toArray(String[]::new));
    }
}
