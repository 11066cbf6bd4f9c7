package kvlab.grader.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportSlurmCommandIT {

    @TempDir
    private Path directory;

    private final Terminal terminal = new Terminal();
    private String students;

    @BeforeEach
    void aClassOfTwo() throws IOException {
        for (String name : new String[] {"ann", "bob o'x"}) {
            Path submission = Files.createDirectories(directory.resolve("class").resolve(name));
            Files.writeString(submission.resolve("KvServer.java"), "package lab; class KvServer {");
        }
        students = directory.resolve("class").toString();
    }

    @Test
    void whatWasAskedOfTheExportIsAskedOfTheTasks() throws IOException {
        int exitCode = run(
                "export",
                "slurm",
                students,
                "--policy=extended-lab",
                "--schedules=7",
                "--seed=3",
                "--out=far away",
                "--submitted=2026-12-04T23:58:00Z",
                "--into=" + directory.resolve("jobs"));

        assertEquals(ExitCode.OK, exitCode, terminal.err());
        String task = Files.readString(directory.resolve("jobs/array.sh"));
        assertTrue(
                task.contains(
                        " grade '--policy=extended-lab' '--schedules=7' '--seed=3' '--submitted=2026-12-04T23:58:00Z'"
                                + " '--out=far away' "),
                task);
        assertTrue(Files.readString(directory.resolve("jobs/submissions")).matches("ann\nbob_o_x-\\p{XDigit}{8}\n"));
    }

    @Test
    void aHiddenSeedIsNotWrittenDown() throws IOException {
        Path policy = Files.writeString(directory.resolve("p.yaml"), """
                name: hidden
                hidden-seed: 424242
                suites:
                  core:
                    points: 1
                """);
        int exitCode = run(
                "export", "slurm", students, "--policy=" + policy, "--final", "--into=" + directory.resolve("jobs"));

        assertEquals(ExitCode.OK, exitCode, terminal.err());
        String task = Files.readString(directory.resolve("jobs/array.sh"));
        assertTrue(task.contains("'--final'"), task);
        assertFalse(task.contains("424242"), task);
    }

    @Test
    void wrongNumbersAndNamesAreWrongUse() {
        String into = "--into=" + directory.resolve("jobs");
        assertEquals(ExitCode.WRONG_USE, run("export", "slurm", students, into, "--per-task=0"));
        assertEquals(ExitCode.WRONG_USE, run("export", "slurm", students, into, "--partition=a b"));
        assertEquals(ExitCode.WRONG_USE, run("export", "slurm", students));
        assertTrue(terminal.err().contains("--per-task must be 1 or more, not 0"), terminal.err());
        assertFalse(Files.exists(directory.resolve("jobs")));
    }

    @Test
    void withoutGradingWhatIsMissingIsSaidAndStaysMissing() throws IOException {
        Path out = directory.resolve("out");
        assertEquals(ExitCode.OK, run("grade", students, "--schedules=1", "--only=ann", "--out=" + out));

        assertEquals(ExitCode.KIT_FAILED, run("grade", students, "--schedules=1", "--no-grading", "--out=" + out));
        assertEquals(1, results(out));
        assertEquals(
                ExitCode.KIT_FAILED,
                run("grade", students, "--schedules=2", "--no-grading", "--only=ann", "--out=" + out),
                "a result for other schedules is none");

        assertEquals(ExitCode.OK, run("grade", students, "--schedules=1", "--out=" + out));
        assertEquals(ExitCode.OK, run("grade", students, "--schedules=1", "--no-grading", "--out=" + out));
    }

    private static long results(Path out) throws IOException {
        try (var files = Files.list(out)) {
            return files.filter(file -> file.toString().endsWith(".json")).count();
        }
    }

    private int run(String... args) {
        return terminal.run(args);
    }
}
