package kvlab.grader.export.ci;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import kvlab.grader.export.autograder.GithubClassroomResult;
import kvlab.grader.grade.result.ResultFixture;
import kvlab.grader.grade.result.SubmissionResult;
import kvlab.grader.report.GuardedReports;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GithubJobTest {

    @TempDir
    private Path directory;

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    @Test
    void whatIsPrintedMeanwhileIsNoCommand() throws IOException {
        GithubJob job = job(Optional.empty());
        String stop = "::stop-commands::";
        assertTrue(lines().get(0).startsWith(stop));
        String word = lines().get(0).substring(stop.length());
        job.end(List.of(ResultFixture.halfRight("alice")), new GuardedReports());
        assertEquals("::" + word + "::", lines().get(1));
        assertTrue(lines().get(2).startsWith("::error "));
        printed.reset();
        job(Optional.empty());
        assertNotEquals(stop + word, lines().get(0), "a word that a submission may have seen in an earlier job");
    }

    @Test
    void onlyFullMarksAreGreen() throws IOException {
        assertTrue(job(Optional.empty()).end(List.of(ResultFixture.passed("alice")), new GuardedReports()));
        assertFalse(job(Optional.empty())
                .end(List.of(ResultFixture.passed("alice"), ResultFixture.halfRight("bob")), new GuardedReports()));
    }

    @Test
    void theSummaryIsAddedToWhatIsThere() throws IOException {
        Path file = Files.writeString(directory.resolve("summary"), "before\n");
        job(Optional.of(file)).end(List.of(ResultFixture.passed("alice")), new GuardedReports());
        String text = Files.readString(file);
        assertTrue(text.startsWith("before\n") && text.contains("5 / 5"), text);
    }

    @Test
    void laterStepsHaveTheResultOfOneSubmissionThatIsDecided() throws IOException {
        assertEquals(
                "result=" + new GithubClassroomResult().render(ResultFixture.halfRight("alice")) + "\n",
                outputs(ResultFixture.halfRight("alice")));
        assertEquals("", outputs(ResultFixture.undecided("bob")), "that is no score");
        assertEquals("", outputs(ResultFixture.passed("alice"), ResultFixture.passed("bob")));
    }

    private String outputs(SubmissionResult... results) throws IOException {
        Path file = Files.writeString(directory.resolve("outputs"), "");
        new GithubJob(new PrintStream(printed), Optional.empty(), Optional.of(file))
                .end(List.of(results), new GuardedReports());
        return Files.readString(file);
    }

    private GithubJob job(Optional<Path> summary) {
        return new GithubJob(new PrintStream(printed, true, StandardCharsets.UTF_8), summary, Optional.empty());
    }

    private List<String> lines() {
        return printed.toString(StandardCharsets.UTF_8).lines().toList();
    }
}
