package kvlab.grader.report.html;

import static kvlab.grader.TestDiagnostics.saying;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import kvlab.diagnostic.Diagnostic;
import kvlab.grader.grade.result.ResultFixture;
import kvlab.grader.grade.result.ResultPicture;
import kvlab.grader.grade.result.SubmissionResult;
import kvlab.grader.picture.PackedPicture;
import kvlab.grader.picture.PictureFixture;
import kvlab.grader.policy.Policy;
import kvlab.grader.policy.PolicyFixture;
import kvlab.grader.report.GuardedReports;
import kvlab.schedule.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who gets a page with the picture of a failure, and what it says. */
class PicturePagesTest {
    private static final String LINK = "<a href=\"ben%2Bpicture.html\">";
    private static final String LINK_TO_STUDENTS = "<a href=\"../students/ben%2Bpicture.html\">";

    /** Of the tests of the class students see everything, the message, the verdict, and nothing. */
    private static final SubmissionResult BEN = ClassFixture.by(
            "ben",
            ClassFixture.failed("1"),
            ClassFixture.failed("2"),
            ClassFixture.failed("3"),
            ClassFixture.failed("4"));

    @TempDir
    private Path directory;

    private final GuardedReports reports = new GuardedReports();

    private static ResultPicture picture(SubmissionResult result, int test, byte[] data) {
        return new ResultPicture(ResultPicture.SCHEMA, result.key(), "core", test, 4, Optional.empty(), data);
    }

    private static ResultPicture drawn(SubmissionResult result, int test) {
        return picture(
                result,
                test,
                PackedPicture.of(PictureFixture.failed()).orElseThrow().bytes());
    }

    private void write(SubmissionResult result, ResultPicture picture) throws IOException {
        new HtmlReport(each ->
                        Optional.of(picture).filter(one -> one.testIn(each).isPresent()))
                .write(directory, List.of(result), reports);
    }

    private String page(String name) throws IOException {
        return Files.readString(directory.resolve(name));
    }

    private TreeSet<String> pictures() throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            return new TreeSet<>(files.map(file -> directory.relativize(file).toString())
                    .filter(name -> name.contains("+"))
                    .toList());
        }
    }

    @Test
    void theStudentsPageAndTheStaffsLinkToOneFile() throws IOException {
        write(BEN, drawn(BEN, 1));
        assertEquals(new TreeSet<>(List.of("students/ben+picture.html")), pictures());
        assertTrue(page("students/ben.html").contains(LINK));
        assertTrue(page("submissions/ben.html").contains(LINK_TO_STUDENTS));
        byte[] first = Files.readAllBytes(directory.resolve("students/ben+picture.html"));
        write(BEN, drawn(BEN, 1));
        assertArrayEquals(first, Files.readAllBytes(directory.resolve("students/ben+picture.html")));
        assertEquals(List.of(), reports.missing());
    }

    @Test
    void aFailureThatStudentsDoNotSeeInFullIsDrawnForTheStaffOnly() throws IOException {
        for (int test = 2; test <= 4; test++) {
            write(BEN, drawn(BEN, test));
            assertEquals(new TreeSet<>(List.of("submissions/ben+picture.html")), pictures(), "test " + test);
            assertFalse(page("students/ben.html").contains("picture"), "test " + test);
            assertTrue(page("submissions/ben.html").contains(LINK));
        }
    }

    @Test
    void theLineThatNamesAHiddenSeedIsShownOnceItIsReleased() throws IOException {
        Policy policy = PolicyFixture.firstTests(1, """
                name: final
                suites: { core: { points: 1 } }
                hidden-seed: 583920417760235914
                """);
        Policy hidden = policy.withSeed(policy.hiddenSeed().orElseThrow());
        SubmissionResult result =
                ResultFixture.by(hidden, "ben", 0, List.of(), new Verdict.Failed(saying("lost"), "what led to it"));
        write(result, drawn(result, 1));
        assertEquals("", replay("students/ben+picture.html"));
        assertTrue(page("students/ben.html").contains(LINK));
        write(result.released(), drawn(result, 1));
        assertTrue(replay("students/ben+picture.html").contains("--seed 4"));
    }

    private String replay(String name) throws IOException {
        return PictureFixture.content(page(name)).get("told").get("replay").asString();
    }

    @Test
    void thePictureOfAnotherResultIsNotUsed() throws IOException {
        write(BEN, drawn(BEN, 1));
        SubmissionResult again = ClassFixture.by(
                "ben",
                new Verdict.Passed(),
                ClassFixture.failed("2"),
                ClassFixture.failed("3"),
                ClassFixture.failed("4"));
        write(again, drawn(BEN, 1));
        assertEquals(new TreeSet<>(), pictures());
        assertFalse(page("submissions/ben.html").contains("picture"));
    }

    @Test
    void whyThereIsNoneStandsInItsPlace() throws IOException {
        Diagnostic why = Diagnostic.of("picture.too-large");
        ResultPicture none =
                new ResultPicture(ResultPicture.SCHEMA, BEN.key(), "core", 1, 4, Optional.of(why), new byte[0]);
        write(BEN, none);
        assertEquals(new TreeSet<>(), pictures());
        assertTrue(page("students/ben.html").contains(why.message()));
        assertEquals(List.of(), reports.missing());
    }

    @Test
    void aDamagedFileCostsThePictureAndIsNamed() throws IOException {
        write(BEN, picture(BEN, 1, new byte[] {1, 2, 3}));
        assertEquals(new TreeSet<>(), pictures());
        assertFalse(page("students/ben.html").contains("See it drawn"));
        assertEquals("students/ben+picture.html", reports.missing().get(0).report());
    }
}
