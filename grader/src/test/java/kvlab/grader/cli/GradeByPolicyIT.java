package kvlab.grader.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import kvlab.diagnostic.Diagnostic;
import kvlab.grader.grade.result.ResultDirectory;
import kvlab.grader.grade.result.SubmissionResult;
import kvlab.grader.policy.score.TestResult;
import kvlab.grader.policy.score.VerdictName;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a policy says beside the tests, the whole way from the command line to the result. */
class GradeByPolicyIT {

    private static final Path MODEL = Path.of("..", "solution", "src", "main", "java", "lab", "KvServer.java");
    private static final String SUITES = """
            name: one
            suites: { core: { points: 0, schedules: 1, tests: { 1: { points: 10 } } } }
            """;
    private static final String DUE = """
            due: { at: 2026-12-04 12:00, zone: UTC }
            late: { percent-per-day: 10, most-days: 3 }
            """;

    @TempDir
    private Path directory;

    private Path students;

    @BeforeEach
    void handIn() throws IOException {
        students = directory.resolve("students");
        for (String student : List.of("alice", "bob")) {
            Path submission = Files.createDirectories(students.resolve(student));
            Files.copy(MODEL, submission.resolve("KvServer.java"));
        }
    }

    @Test
    void daysBegunAfterTheDueTimeCost() throws IOException {
        Path times = Files.writeString(directory.resolve("times.csv"), """
                submission,time
                alice,2026-12-04T07:00:00-05:00
                bob,2026-12-05T12:00:01Z
                """);
        grade(SUITES + DUE, "--times", times.toString());
        assertEquals("10", result("alice").score().toPlainString());
        assertEquals(0, result("alice").lateDays());
        assertEquals("8", result("bob").score().toPlainString());
        assertEquals(2, result("bob").lateDays());
        assertEquals(1, result("bob").adjustments().size());
    }

    @Test
    void whereNobodySaysWhenTheTaIsTold() throws IOException {
        assertEquals(ExitCode.TIMES_UNKNOWN, run(SUITES + DUE, "--only", "alice"));
        assertEquals(ExitCode.OK, run(SUITES + DUE, "--only", "alice", "--times-unknown=on-time"));
        assertEquals(ExitCode.WRONG_USE, run(SUITES + DUE, "--only", "alice", "--times-unknown=late"));
        assertEquals("10", result("alice").score().toPlainString());
        assertTrue(
                result("alice").notes().get(0).message().contains("nobody says when"),
                "" + result("alice").notes());
    }

    @Test
    void anUnreadableTimeOrUnknownSubmissionIsAnErrorAndNothingIsGraded() throws IOException {
        Path times = Files.writeString(directory.resolve("times.csv"), "submission,time\nalice,yesterday\n");
        assertEquals(ExitCode.WRONG_USE, run(SUITES + DUE, "--times", times.toString()));
        assertEquals(ExitCode.WRONG_USE, run(SUITES + DUE, "--only", "alcie"));
        assertEquals(List.of(), results().readAll().results());
    }

    @Test
    void whatIsMarkedLateWithoutATimeIsADayLateAndForReview() throws IOException {
        students = Files.createDirectories(directory.resolve("canvas"));
        Files.copy(MODEL, students.resolve("smithjohn_LATE_12345_67890_KvServer.java"));
        assertEquals(ExitCode.TIMES_UNKNOWN, run(SUITES + DUE));
        List<Diagnostic> review = result("smithjohn_12345").review();
        assertTrue(review.size() == 1 && review.get(0).message().startsWith("is marked late"), "" + review);
        assertEquals(1, result("smithjohn_12345").lateDays());
        assertEquals("9", result("smithjohn_12345").score().toPlainString());

        Path roster = Files.writeString(directory.resolve("roster.csv"), "id,extension\n12345,2 days\n");
        assertEquals(ExitCode.TIMES_UNKNOWN, run(SUITES + DUE, "--roster", "" + roster, "--replace"));
        assertEquals("10", result("smithjohn_12345").score().toPlainString());
        assertEquals(
                "review.marked-late-with-more-time",
                result("smithjohn_12345").review().get(0).code());
    }

    @Test
    void resultsDoNotGoAmongWhatWasHandedIn() throws IOException {
        Path policy = Files.writeString(directory.resolve("policy.yaml"), SUITES);
        for (Path out : List.of(students, students.resolve("alice"), students.resolve("bob/../new/results"))) {
            assertEquals(
                    ExitCode.WRONG_USE,
                    KvlabCommand.run("grade", "" + students, "--policy", "" + policy, "--out", "" + out),
                    out.toString());
        }
        assertEquals(List.of("alice", "bob"), names(students));
        assertEquals(List.of("KvServer.java"), names(students.resolve("alice")));
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void aChangedFileOfTheKitIsRefusedOrUndone() throws IOException {
        Files.writeString(students.resolve("alice/Clerk.java"), "package lab; class Clerk { int broken }");
        grade(SUITES + "files: { restricted: refuse }\n");
        TestResult refused = result("alice").tests().get(0);
        assertEquals(VerdictName.REFUSED, refused.verdict());
        assertTrue(
                refused.firstFailure()
                        .orElseThrow()
                        .message()
                        .contains("Changed: skeleton/src/main/java/lab/Clerk.java."),
                refused.toString());
        assertEquals("10", result("bob").score().toPlainString());

        grade(SUITES + "files: { restricted: replace }\n", "--replace");
        assertEquals("10", result("alice").score().toPlainString());
        assertEquals(
                List.of("skeleton/src/main/java/lab/Clerk.java"),
                result("alice").files().changed());
    }

    @Test
    void whatIsForbiddenIsRefusedAlthoughTheStandardListAllowsIt() throws IOException {
        grade(SUITES + "api: { forbid: [java.util.HashMap, 'java.util.Map#get'] }\n", "--only", "alice");
        TestResult refused = result("alice").tests().get(0);
        assertEquals(VerdictName.REFUSED, refused.verdict());
        String findings = refused.firstFailure().orElseThrow().detail();
        assertTrue(findings.contains("java.util.HashMap"), findings);
        assertTrue(findings.contains("java.util.Map.get"), findings);
    }

    private void grade(String policy, String... more) throws IOException {
        assertEquals(ExitCode.OK, run(policy, more));
    }

    private int run(String policy, String... more) throws IOException {
        Path file = Files.writeString(directory.resolve("policy.yaml"), policy);
        List<String> arguments = new ArrayList<>(List.of("grade", students.toString(), "--policy", file.toString()));
        arguments.addAll(List.of("--out", directory.resolve("out").toString()));
        arguments.addAll(List.of(more));
        return KvlabCommand.run(arguments.toArray(String[]::new));
    }

    private SubmissionResult result(String name) throws IOException {
        return results().read(name).results().get(0);
    }

    private ResultDirectory results() throws IOException {
        return ResultDirectory.open(directory.resolve("out"));
    }
}
