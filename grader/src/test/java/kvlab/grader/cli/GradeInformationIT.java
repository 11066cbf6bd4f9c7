package kvlab.grader.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import kvlab.grader.corpus.Corpus;
import kvlab.grader.corpus.CorpusEntry;
import kvlab.grader.execute.inspect.Information;
import kvlab.grader.grade.result.ResultDirectory;
import kvlab.grader.grade.result.SubmissionResult;
import kvlab.grader.policy.score.TestResult;
import kvlab.grader.policy.score.VerdictName;
import kvlab.grader.report.ResultWords;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Coverage and style, the whole way from a policy to the result. */
class GradeInformationIT {

    private static final Path KIT = Path.of("..");
    private static final String SUITES = """
            name: one
            suites: { core: { points: 1, schedules: 1 } }
            """;
    private static final String INFORMATION = """
            information:
              coverage: true
              coverage-points: 2
              coverage-at-least: 80
              style: true
            """;

    @TempDir
    private Path directory;

    @Test
    void informationIsInTheResultAndLeavesTheVerdictsAlone() throws IOException {
        Path students = directory.resolve("students");
        handIn(students, "right", new Corpus(KIT).solution());
        handIn(students, "wrong", new Corpus(KIT).entry("wrong", "append-prepends"));
        handIn(students, "refused", new Corpus(KIT).entry("wrong", "mutable-static-state"));

        grade("plain", SUITES, students);
        grade("first", SUITES + INFORMATION, students);
        grade("second", SUITES + INFORMATION, students);

        assertEquals(FileTree.of(directory.resolve("first")), FileTree.of(directory.resolve("second")));
        for (String name : List.of("right", "wrong", "refused")) {
            assertEquals(verdicts(result("plain", name)), verdicts(result("first", name)));
            assertEquals(Optional.empty(), result("plain", name).information());
        }
        assertEquals("11 / 9", ResultWords.score(result("first", "right")));
        for (String name : List.of("right", "wrong")) {
            Information found = result("first", name).information().orElseThrow();
            assertEquals(List.of(), found.missing());
            assertTrue(found.coverage().orElseThrow().lines().covered() > 0);
            assertTrue(found.style().isPresent());
        }
        assertEquals(Optional.empty(), result("first", "refused").information());
    }

    private static void handIn(Path students, String student, CorpusEntry entry) throws IOException {
        Files.writeString(
                Files.createDirectories(students.resolve(student)).resolve("KvServer.java"),
                entry.source("KvServer.java").orElseThrow());
    }

    private void grade(String out, String policy, Path students) throws IOException {
        Path file = Files.writeString(directory.resolve(out + ".yaml"), policy);
        int exitCode = KvlabCommand.run(
                "grade", "--policy", "" + file, "--out", "" + directory.resolve(out), students.toString());
        assertEquals(ExitCode.OK, exitCode);
    }

    private SubmissionResult result(String out, String submission) throws IOException {
        return ResultDirectory.open(directory.resolve(out))
                .read(submission)
                .results()
                .get(0);
    }

    private static List<VerdictName> verdicts(SubmissionResult result) {
        return result.tests().stream().map(TestResult::verdict).toList();
    }
}
