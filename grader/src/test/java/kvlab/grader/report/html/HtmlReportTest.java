package kvlab.grader.report.html;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import kvlab.diagnostic.Diagnostic;
import kvlab.grader.grade.result.ResultFixture;
import kvlab.grader.grade.result.SubmissionResult;
import kvlab.grader.report.GuardedReports;
import kvlab.schedule.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HtmlReportTest {

    @TempDir
    private Path directory;

    private final HtmlReport report = new HtmlReport();

    @Test
    void everySubmissionHasAPageForItsStudentAndOneForTheTeacher() throws IOException {
        write(ClassFixture.everything());
        List<String> pages = List.of("ada.html", "ben.html", "cleo.html", "dan.html", "eve.html", "finn.html");
        assertEquals(pages, names(directory.resolve("students")));
        assertEquals(pages, names(directory.resolve("submissions")));
    }

    @Test
    void equalResultsGiveEqualBytesInWhateverOrderTheyCome() throws IOException {
        write(ClassFixture.everything());
        List<SubmissionResult> otherWay = new ArrayList<>(ClassFixture.everything());
        Collections.reverse(otherWay);
        Path again = directory.resolve("again");
        new HtmlReport().write(again, otherWay, new GuardedReports());
        for (String page : List.of("index.html", "class.html", "students/ben.html", "submissions/finn.html")) {
            assertArrayEquals(
                    Files.readAllBytes(directory.resolve(page)), Files.readAllBytes(again.resolve(page)), page);
        }
    }

    @Test
    void aPageThatBelongsToNoResultAnyMoreGoes() throws IOException {
        write(ClassFixture.everything());
        write(ClassFixture.everything().subList(0, 1));
        assertEquals(List.of("ada.html"), names(directory.resolve("students")));
        assertEquals(List.of("ada.html"), names(directory.resolve("submissions")));
    }

    @Test
    void whatSomebodyHasPutBesideThePagesStays() throws IOException {
        write(ClassFixture.everything());
        Path students = directory.resolve("students");
        Files.copy(students.resolve("ben.html"), students.resolve("ben-before.html"));
        Files.write(students.resolve("zoe.html"), new byte[] {(byte) 0xE4});
        Files.createDirectory(students.resolve("more.html"));
        write(ClassFixture.everything().subList(0, 1));
        assertEquals(List.of("ada.html", "ben-before.html", "more.html", "zoe.html"), names(students));
    }

    @Test
    void noNameLeadsOutOfTheDirectoryAndTheOthersGetTheirPages() throws IOException {
        SubmissionResult ada = ClassFixture.everything().get(0);
        for (String name : List.of("../ada", "a/b", "/ada", "")) {
            GuardedReports reports = new GuardedReports();
            report.write(directory, List.of(Retold.of(ada, name, text -> text), ada), reports);
            assertEquals(
                    List.of(Optional.of(name), Optional.of(name)),
                    reports.missing().stream()
                            .map(GuardedReports.Missing::submission)
                            .toList());
            assertEquals(List.of(ada.submission() + ".html"), names(directory.resolve("students")));
        }
    }

    @Test
    void aStudentsPageSaysWhatThePolicyLetsItSay() throws IOException {
        String page = student("ben");
        assertTrue(page.contains("answered too early"), page);
        assertTrue(page.contains("what led to it"), page);
        assertTrue(page.contains("./kvlab test --test 1 --seed 4"), "replays in the student's own kit");
        assertFalse(page.contains("--test 2"), "test 2 shows its message only");
        assertTrue(page.contains("on server 2 "), page);
        assertFalse(page.contains("on server 3 "), "test 3 shows its verdict only");
        assertFalse(page.contains("Test 4"), "test 4 shows nothing");
        assertTrue(page.contains("Tests that are not listed"), "so that the points add up");
    }

    @Test
    void whatWasFoundBesideTheTestsStandsOnBothPagesAsText() throws IOException {
        SubmissionResult ada = ClassFixture.everything().get(0);
        write(List.of(ResultFixture.informed(ada)));
        for (String folder : List.of("students", "submissions")) {
            String page = Files.readString(directory.resolve(folder).resolve("ada.html"));
            assertTrue(page.contains("37 of 41 lines, 9 of 12 branches"), page);
            assertTrue(page.contains("not run are the lines 26 to 29"), page);
            assertTrue(page.contains("&lt;b") && !page.contains("'<b>'"), page);
            assertTrue(page.contains("coverage: the process that measured it was lost"), page);
        }
    }

    @Test
    void aTeachersPageSaysEverything() throws IOException {
        String ben = teacher("ben");
        assertTrue(ben.contains("on server 4 "), ben);
        assertTrue(ben.contains("./kvlab test ben --test 4 --seed 4"), ben);
        assertTrue(ben.contains("students see: nothing"), ben);
        String finn = teacher("finn");
        for (String known :
                List.of("was in a folder of another name", "look at this one", "4711", "finn@example.org")) {
            assertTrue(finn.contains(known), known);
        }
    }

    @Test
    void whatIsForTheTeacherIsNotOnTheStudentsPage() throws IOException {
        String page = student("finn");
        for (String unsaid : List.of("was in a folder", "look at this one", "key of finn", "seeds from")) {
            assertFalse(page.contains(unsaid), unsaid);
        }
        assertTrue(page.contains("teaching staff will look at this"), page);
    }

    @Test
    void whereItWasAndWhatItRanInAreForTheTeacher() throws IOException {
        String path = "/tmp/x/canvas/doeeric_1_6_report.pdf";
        Verdict refused = new Verdict.Refused(
                Diagnostic.of("test.file-type").with("path", path).with("type", "PDF"), "");
        SubmissionResult eric = ClassFixture.by(path, refused, refused, refused, refused);
        write(List.of(eric));
        String forStudent = Files.readString(directory.resolve("students/" + eric.submission() + ".html"));
        assertTrue(forStudent.contains("your hand-in is a PDF"), forStudent);
        assertFalse(forStudent.contains("/tmp/x"), forStudent);
        assertFalse(forStudent.contains("no sandbox"), forStudent);
        String forTeacher = Files.readString(directory.resolve("submissions/" + eric.submission() + ".html"));
        assertTrue(forTeacher.contains(path + " is a PDF"), forTeacher);
        assertTrue(forTeacher.contains("Ran in: no sandbox"), forTeacher);
        String forClass = Files.readString(directory.resolve("class.html"));
        assertTrue(forClass.contains("is a PDF"), forClass);
        assertFalse(forClass.contains("doeeric"), forClass);
    }

    @Test
    void aReplayCommandSaysHowToSeeEveryMessage() throws IOException {
        assertTrue(student("ben").contains("--trace=FILE"));
        assertFalse(student("ada").contains("--trace"), "there is nothing to see again");
    }

    @Test
    void noPageOfAStudentKnowsOfAnother() throws IOException {
        List<SubmissionResult> results = ClassFixture.everything().stream()
                .map(result -> Retold.of(result, result.submission(), text -> "secret-" + result.submission() + " "))
                .toList();
        write(results);
        for (SubmissionResult result : results) {
            String page = Files.readString(directory.resolve("students/" + result.submission() + ".html"));
            String others = page.replace("secret-" + result.submission() + " ", "");
            assertFalse(others.contains("secret-"), result.submission());
            assertFalse(page.contains("href"), "it leads nowhere");
        }
    }

    @Test
    void thePageForTheClassNamesNobodyAndNoHiddenTest() throws IOException {
        write(ClassFixture.everything());
        String page = Files.readString(directory.resolve("class.html"));
        for (String name :
                List.of("ada", "ben", "cleo", "finn", "Finn", "4711", "href=\"s", "Test 4", "look at this")) {
            assertFalse(page.replaceAll("(?s)<style>.*</style>", "").contains(name), name);
        }
        assertTrue(page.contains("get(\"…\") on server … answered too early"), page);
    }

    @Test
    void theTeachersListHasWhatIsUndecidedForReviewAndNoted() throws IOException {
        write(ClassFixture.everything());
        String page = Files.readString(directory.resolve("index.html"));
        String list = page.substring(page.indexOf("For the TA"), page.indexOf("<h2>Scores"));
        for (String line : List.of(
                "core 3 undecided: too many states",
                "core 4 infrastructure error: no memory",
                "does not build: a TA may give it",
                "look at this one",
                "was in a folder of another name",
                "Changed: pom.xml. Added: Extra.java. Deleted: Clerk.java.")) {
            assertTrue(list.contains(line), line);
        }
        assertFalse(list.contains("ada"), "nobody need look at what is right");
        assertEquals(
                2, list.split("does not build: a TA may give it", -1).length, "one line for all of whom it is true");
    }

    @Test
    void nobodyIsRefusedWithoutBeingListed() throws IOException {
        write(List.of(
                ResultFixture.passed("alice"),
                ResultFixture.refused("bob", "uses java.io.File"),
                ResultFixture.refused("carol", "uses java.io.File")));
        String page = Files.readString(directory.resolve("index.html"));
        String list = page.substring(page.indexOf("For the TA"), page.indexOf("<h2>Scores"));
        assertTrue(list.contains("uses java.io.File") && list.contains("bob") && list.contains("carol"), list);
        assertFalse(list.contains("Nothing needs a person"), list);
        write(List.of(ResultFixture.passed("alice")));
        assertTrue(Files.readString(directory.resolve("index.html")).contains("Nothing needs a person"));
    }

    @Test
    void onlyTheStaffsPageOfTheClassHasAScript() throws IOException {
        write(ClassFixture.everything());
        assertTrue(Files.readString(directory.resolve("index.html")).contains("script-src &#39;sha256-"));
        for (String name : List.of("class.html", "students/finn.html", "submissions/finn.html")) {
            String page = Files.readString(directory.resolve(name));
            assertFalse(page.contains("<script") || page.contains("script-src"), name);
        }
    }

    @Test
    void aCompilersComplaintPointsToItsPlace() throws IOException {
        assertTrue(student("eve").contains("int x\n     ^"), student("eve"));
    }

    @Test
    void whatLatenessTookIsOnThePage() throws IOException {
        String page = student("cleo");
        assertTrue(page.contains("2 days late: 10 % off for each day begun"), page);
        assertTrue(page.contains("−1"), "20 % of 5 points");
    }

    @Test
    void aClassOfNobodyHasAPageToo() throws IOException {
        write(List.of());
        assertTrue(Files.readString(directory.resolve("index.html")).contains("No submissions"));
    }

    private String student(String name) throws IOException {
        write(ClassFixture.everything());
        return Files.readString(directory.resolve("students/" + name + ".html"));
    }

    private String teacher(String name) throws IOException {
        write(ClassFixture.everything());
        return Files.readString(directory.resolve("submissions/" + name + ".html"));
    }

    private static List<String> names(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void longTextsOfManyPathsArePagesLikeAnyOther() throws IOException {
        SubmissionResult ada = ClassFixture.everything().get(0);
        write(List.of(Retold.of(ada, ada.submission(), text -> "/a".repeat(200_000))));
        assertEquals(List.of(ada.submission() + ".html"), names(directory.resolve("students")));
    }

    private void write(List<SubmissionResult> results) throws IOException {
        GuardedReports reports = new GuardedReports();
        report.write(directory, results, reports);
        assertEquals(List.of(), reports.missing());
    }
}
