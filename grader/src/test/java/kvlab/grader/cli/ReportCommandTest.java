package kvlab.grader.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import kvlab.grader.TestDiagnostics;
import kvlab.grader.grade.result.ResultDirectory;
import kvlab.grader.grade.result.ResultFixture;
import kvlab.grader.grade.result.SubmissionResult;
import kvlab.grader.policy.Policy;
import kvlab.grader.policy.PolicyFixture;
import kvlab.schedule.Verdict;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportCommandTest {

    @TempDir
    private Path directory;

    private Path results;
    private final Terminal terminal = new Terminal();

    @BeforeEach
    void twoResults() throws IOException {
        results = directory.resolve("results");
        keep(ResultFixture.passed("alice"));
        keep(ResultFixture.halfRight("bob"));
    }

    @Test
    void reportsAreMadeAgainFromResultsAlone() throws IOException {
        assertEquals(ExitCode.OK, report());
        assertTrue(grades().contains("\r\nalice,") && grades().contains("\r\nbob,"), grades());
    }

    @Test
    void changesByHandAreInAllReportsAndLeaveTheResultsAsTheyWere() throws IOException {
        Path overrides = Files.writeString(
                results.resolve("overrides.csv"),
                "submission;test;points;who;when;why\nbob;;4,5;Ada;9 December;talked\neve;;1;Ada;;x\n");
        String stored = Files.readString(results.resolve("bob.json"));
        assertEquals(ExitCode.OK, report());
        assertTrue(grades().contains("bob,bob,,,2.5,0,2,4.5,5,0,yes,"), grades());
        assertTrue(grades().contains("\"total set to 4.5 by Ada, 9 December: talked: +2\""), grades());
        String page = Files.readString(results.resolve("report/students/bob.html"));
        assertTrue(page.contains("total set to 4.5 by Ada, 9 December: talked"), page);
        assertTrue(terminal.out().contains("overrides.csv, line 3: there is no result of eve"), terminal.out());
        assertEquals(stored, Files.readString(results.resolve("bob.json")));

        Files.writeString(overrides, "submission,points,who,why\nbob,many,Ada,x\n");
        assertEquals(ExitCode.WRONG_USE, report());
        assertTrue(terminal.err().contains("overrides.csv, line 2: \"many\" are no points"), terminal.err());
    }

    @Test
    void studentsSeeLinesOfHiddenSchedulesOnceTheyAreReleased() throws IOException {
        Policy policy = PolicyFixture.firstTests(1, """
                name: final
                suites: { core: { points: 1 } }
                hidden-seed: 583920417760235914
                """);
        Policy hidden = policy.withSeed(policy.hiddenSeed().orElseThrow());
        keep(ResultFixture.by(
                hidden, "carol", 0, List.of(), new Verdict.Failed(TestDiagnostics.saying("lost"), "detail")));
        Path page = results.resolve("report/students/carol.html");
        assertEquals(ExitCode.OK, report());
        assertFalse(Files.readString(page).contains("--seed"));
        assertEquals(ExitCode.OK, report("--release"));
        assertTrue(Files.readString(page).contains("./kvlab test --test 1 --seed"));
    }

    @Test
    void aSubmissionWithoutAResultIsNotOverlooked() throws IOException {
        Path handIns = directory.resolve("hand-ins");
        for (String name : new String[] {"alice", "bob"}) {
            Files.createDirectories(handIns.resolve(name));
        }
        assertEquals(ExitCode.OK, report("--expect", handIns.toString()));
        Files.createDirectories(handIns.resolve("carol"));
        assertEquals(ExitCode.KIT_FAILED, report("--expect", handIns.toString()));
    }

    @Test
    void aResultOfWhatIsHandedInNoMoreIsNamedAndNoFailure() throws IOException {
        Path handIns = directory.resolve("hand-ins");
        Files.createDirectories(handIns.resolve("alice"));
        Files.createDirectories(handIns.resolve("bobby"));
        keep(ResultFixture.passed("bobby"));
        assertEquals(ExitCode.OK, report("--expect", handIns.toString()));
        assertTrue(terminal.out().contains("withdrawn or renamed: bob. "), terminal.out());

        Files.createDirectories(handIns.resolve("carol"));
        assertEquals(ExitCode.KIT_FAILED, report("--expect", handIns.toString()));
        assertTrue(terminal.out().contains("1 of 3 have no result: carol. "), terminal.out());
    }

    @Test
    void withoutExpectNothingIsLeftOver() {
        assertEquals(ExitCode.OK, report());
        assertFalse(terminal.out().contains("withdrawn"), terminal.out());
    }

    @Test
    void neitherIsOneThatIsNotDecided() throws IOException {
        keep(ResultFixture.undecided("dan"));
        assertEquals(ExitCode.KIT_FAILED, report());
    }

    @Test
    void aDamagedResultIsNamedWithTheReasonAndTheOthersAreReported() throws IOException {
        Path file = keep(ResultFixture.passed("carol"));
        Files.writeString(file, Files.readString(file).replace("\"score\" : 5", "\"score\" : 4"));
        assertEquals(ExitCode.KIT_FAILED, report());
        assertTrue(
                terminal.out().contains(file + ": its score is 4, but tests and adjustments add up to 5"),
                terminal.out());
        assertTrue(grades().contains("\r\nalice,") && grades().contains("\r\nbob,"), grades());
        assertFalse(grades().contains("carol"), grades());
    }

    @Test
    void whatADamagedResultSaysDoesNotReachTheTerminalAsItIs() throws IOException {
        Path file = keep(ResultFixture.passed("carol"));
        Files.writeString(file, Files.readString(file).replace("\"carol\"", "\"\\u001B[31mdave\""));
        assertEquals(ExitCode.KIT_FAILED, report());
        assertTrue(terminal.out().contains("carol.json: it is the result of ?[31mdave"), terminal.out());
    }

    @Test
    void aResultOfAnotherVersionIsGradedAgainBeforeAnythingIsReported() throws IOException {
        assertEquals(ExitCode.OK, report());
        Files.writeString(results.resolve("bob.json"), "{ \"schema\" : \"kvlab/result/1\" }");
        FileTree before = FileTree.of(results);
        assertEquals(ExitCode.WRONG_USE, report());
        assertTrue(
                terminal.err().contains("1 result in " + results + " (bob) was written by another version of kvlab")
                        && terminal.err().contains("(it is of kvlab/result/1). Grade again with ./kvlab grade"),
                terminal.err());
        assertEquals(before, FileTree.of(results), "reports of the other version are not lost");
    }

    @Test
    void ofADamagedResultItIsNotSaidThatThereIsNone() throws IOException {
        Path handIns = directory.resolve("hand-ins");
        for (String name : new String[] {"alice", "bob"}) {
            Files.createDirectories(handIns.resolve(name));
            Files.writeString(results.resolve(name + ".json"), "");
        }
        assertEquals(ExitCode.KIT_FAILED, report("--expect", handIns.toString()));
        assertTrue(terminal.out().contains(results.resolve("alice.json") + ": "), terminal.out());
        assertFalse(terminal.out().contains("have no result"), terminal.out());
    }

    @Test
    void whatWasMadeOfAResultGoesWithItAndNothingElse() throws IOException {
        assertEquals(ExitCode.OK, report());
        Path junit = results.resolve("report").resolve("junit");
        for (String own : new String[] {"mine.xml", "bob.txt"}) {
            Files.writeString(junit.resolve(own), "<testsuite name=\"bob\"/>");
        }
        FileTree before = FileTree.of(results);

        Files.delete(results.resolve("bob.json"));
        assertEquals(ExitCode.OK, report());

        Set<String> gone = new TreeSet<>(before.texts().keySet());
        gone.removeAll(FileTree.of(results).texts().keySet());
        assertEquals(
                Set.of("bob.json", "report/junit/bob.xml", "report/students/bob.html", "report/submissions/bob.html"),
                gone);
    }

    @Test
    void gradebooksAreFilledInButNeverOverwritten() throws IOException {
        Path canvas = Files.writeString(directory.resolve("canvas.csv"), "Student,ID,Lab (1)\nalice,7,\nbob,8,\n");
        Path moodle = Files.writeString(directory.resolve("moodle.csv"), "username,ID number\nalice,\n");
        assertEquals(
                ExitCode.OK,
                report("--canvas", canvas.toString(), "--assignment", "Lab", "--moodle", moodle.toString()));
        Path written = results.resolve("report").resolve("canvas.csv");
        assertEquals("Student,ID,Lab (1)\nalice,7,5\nbob,8,2.5\n", Files.readString(written));
        assertTrue(Files.exists(results.resolve("report").resolve("moodle.csv")));
        assertEquals("Student,ID,Lab (1)\nalice,7,\nbob,8,\n", Files.readString(canvas));

        assertEquals(ExitCode.WRONG_USE, report("--canvas", written.toString(), "--assignment", "Lab"));
        assertTrue(terminal.err().contains("copy it to another place first"), terminal.err());
    }

    @Test
    void aDirectoryThatIsNotThereIsNotMade() {
        results = directory.resolve("no-such");
        assertEquals(ExitCode.WRONG_USE, report());
        assertFalse(Files.exists(results));
    }

    private Path keep(SubmissionResult result) throws IOException {
        return ResultDirectory.open(results).write(result);
    }

    private String grades() throws IOException {
        return Files.readString(results.resolve("report").resolve("grades.csv"));
    }

    private int report(String... options) {
        String[] args = new String[options.length + 2];
        args[0] = "report";
        args[1] = results.toString();
        System.arraycopy(options, 0, args, 2, options.length);
        return terminal.run(args);
    }
}
