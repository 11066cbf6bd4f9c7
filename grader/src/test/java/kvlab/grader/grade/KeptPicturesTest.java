package kvlab.grader.grade;

import static kvlab.grader.TestDiagnostics.saying;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import kvlab.diagnostic.Diagnostic;
import kvlab.grader.execute.SubmissionOutcome;
import kvlab.grader.execute.TestOutcome;
import kvlab.grader.grade.result.ResultDirectory;
import kvlab.grader.grade.result.ResultPicture;
import kvlab.grader.grade.result.SubmissionHeader;
import kvlab.grader.grade.result.SubmissionResult;
import kvlab.grader.intake.Student;
import kvlab.grader.intake.restricted.Findings;
import kvlab.grader.picture.PackedPicture;
import kvlab.grader.picture.Picture;
import kvlab.grader.picture.PictureFixture;
import kvlab.grader.policy.Policy;
import kvlab.grader.policy.PolicyFixture;
import kvlab.grader.policy.score.Score;
import kvlab.schedule.Seeds;
import kvlab.schedule.Verdict;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A picture is kept, replaced and deleted with its result. */
class KeptPicturesTest {
    private static final Policy POLICY = PolicyFixture.firstTests(1, "name: one\nsuites: { core: { points: 1 } }");
    private static final PackedPicture DRAWN =
            PackedPicture.of(PictureFixture.failed()).orElseThrow();

    @TempDir
    private Path directory;

    private ResultDirectory results;
    private ResultDirectory waiting;

    @BeforeEach
    void open() throws IOException {
        results = ResultDirectory.open(directory.resolve("out"));
        waiting = ResultDirectory.open(directory.resolve("out").resolve(KeptResults.WAITING));
    }

    private KeptResults kept(boolean replace) {
        return new KeptResults(results, waiting, replace, false);
    }

    private static SubmissionHeader header(String key) {
        return new SubmissionHeader(
                new Student("ada", "", "", ""),
                "ada",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                0,
                Findings.NONE,
                List.of(),
                List.of(),
                key);
    }

    private static Graded failed(String key, Picture picture) {
        TestOutcome test = new TestOutcome(
                1,
                "Basic",
                1,
                1,
                1,
                0,
                Optional.of(new TestOutcome.Failure(1, new Verdict.Failed(saying("lost"), ""))),
                Optional.of(picture));
        return graded(key, test);
    }

    private static Graded passed(String key) {
        return graded(key, new TestOutcome(1, "Basic", 1, 1, 0, 0, Optional.empty()));
    }

    private static Graded graded(String key, TestOutcome test) {
        SubmissionOutcome outcome = new SubmissionOutcome(
                new Seeds(1, 1), List.of(test), List.of(), Optional.empty(), Diagnostic.of("sandbox.no-bwrap"));
        SubmissionResult result = SubmissionResult.of(POLICY, header(key), outcome, Score.of(POLICY, outcome, 0));
        return new Graded(result, ResultPicture.of(result, outcome.tests()));
    }

    private Optional<ResultPicture> shown() {
        return results.pictureOf(results.read("ada").results().get(0));
    }

    private List<String> pictures() throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.map(file -> directory.relativize(file).toString())
                    .filter(name -> name.endsWith(".picture"))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void aPictureIsAFileBesideItsResult() throws IOException {
        kept(false).keep(failed("1", DRAWN));
        assertEquals(List.of("out/ada.picture"), pictures());
        assertArrayEquals(DRAWN.bytes(), shown().orElseThrow().data());
        assertFalse(Files.readString(results.path().resolve("ada.json")).contains("picture"));
        byte[] first = Files.readAllBytes(results.path().resolve("ada.picture"));
        kept(true).keep(failed("1", DRAWN));
        assertArrayEquals(first, Files.readAllBytes(results.path().resolve("ada.picture")));
    }

    @Test
    void whyThereIsNoneIsKeptToo() throws IOException {
        Diagnostic why = Diagnostic.of("picture.too-large");
        kept(false).keep(failed("1", new Picture.Missing(why)));
        assertEquals(Optional.of(why), shown().orElseThrow().missing());
    }

    @Test
    void aPictureWaitsWithItsResultAndTakesItsPlaceWithIt() throws IOException {
        kept(false).keep(passed("1"));
        kept(false).keep(failed("2", DRAWN));
        assertEquals(List.of("out/waiting/ada.picture"), pictures());
        kept(true).known(header("2"), POLICY).orElseThrow();
        assertEquals(List.of("out/ada.picture"), pictures());
        assertArrayEquals(DRAWN.bytes(), shown().orElseThrow().data());
    }

    @Test
    void aResultWithoutAFailureLeavesNoPictureBehind() throws IOException {
        kept(false).keep(failed("1", DRAWN));
        kept(true).keep(passed("2"));
        assertEquals(List.of(), pictures());
    }

    /** A writer may be killed between the two files. */
    @Test
    void thePictureOfAnotherResultIsNotShown() throws IOException {
        kept(false).keep(failed("1", DRAWN));
        Path file = results.path().resolve("ada.picture");
        byte[] other = Files.readAllBytes(file);
        kept(true).keep(failed("2", DRAWN));
        Files.write(file, other);
        assertEquals(Optional.empty(), shown());
    }
}
