package kvlab.grader.grade;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Optional;
import kvlab.grader.cli.FileTree;
import kvlab.grader.execute.sandbox.Sandbox;
import kvlab.grader.grade.result.ResultDirectory;
import kvlab.grader.grade.result.SubmissionResult;
import kvlab.grader.intake.StudentUploads;
import kvlab.grader.intake.Uploads;
import kvlab.grader.policy.Policy;
import kvlab.grader.policy.PolicyFixture;
import kvlab.grader.report.GuardedReports;
import kvlab.grader.report.ResultWords;
import kvlab.grader.report.html.HtmlReport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Alice's server does not compile, Bob handed nothing in: what a policy gives for that is all that their scores depend on. */
class BatchIT {

    private static final Policy NOTHING_FOR_ALICE = policy(0);
    private static final Policy FIVE_FOR_ALICE = policy(50);

    @TempDir
    private Path directory;

    private Path submissions;

    @BeforeEach
    void aSmallClass() throws Exception {
        submissions = directory.resolve("class");
        Path alice = Files.createDirectories(submissions.resolve("alice"));
        Files.writeString(alice.resolve("KvServer.java"), "package lab;\nclass KvServer {");
        Files.createDirectories(submissions.resolve("bob"));
    }

    @Test
    void whatIsThereIsNotGradedAgain() throws Exception {
        assertTrue(grade(NOTHING_FOR_ALICE, false, false).stream().allMatch(Batch.Step::graded));
        FileTree before = FileTree.of(directory.resolve("out"));
        FileTime longAgo = FileTime.fromMillis(0);
        Files.setLastModifiedTime(directory.resolve("out").resolve("alice.json"), longAgo);
        List<Batch.Step> steps = grade(NOTHING_FOR_ALICE, false, false);
        assertFalse(steps.stream().anyMatch(Batch.Step::graded));
        assertEquals(
                Optional.empty(),
                steps.stream().flatMap(step -> step.earlier().stream()).findFirst());
        assertEquals(before, FileTree.of(directory.resolve("out")));
        assertEquals(longAgo, Files.getLastModifiedTime(directory.resolve("out").resolve("alice.json")));
    }

    @Test
    void byAnotherPolicyResultsWaitUntilTheyAreToldToReplaceAndAreNotMadeTwice() throws Exception {
        grade(NOTHING_FOR_ALICE, false, false);
        FileTree before = FileTree.of(results().path());

        for (boolean first : List.of(true, false)) {
            List<Batch.Step> preview = grade(FIVE_FOR_ALICE, false, false);
            assertEquals(List.of("0 / 10 -> 5 / 10", "0 / 10 -> 0 / 10"), changes(preview));
            assertEquals(first, preview.stream().allMatch(Batch.Step::graded));
            assertEquals(before, FileTree.of(results().path()), "without being told to");
        }

        List<Batch.Step> replaced = grade(FIVE_FOR_ALICE, true, false);
        assertFalse(replaced.stream().anyMatch(Batch.Step::graded));
        assertEquals(List.of("0 / 10 -> 5 / 10", "0 / 10 -> 0 / 10"), changes(replaced));
        assertEquals("5 / 10", ResultWords.score(alice().orElseThrow()));
        assertEquals(List.of(), waiting().readAll().results());
    }

    @Test
    void backToThePolicyOfBeforeNothingChangesAndNothingWaitsAnyLonger() throws Exception {
        grade(NOTHING_FOR_ALICE, false, false);
        grade(FIVE_FOR_ALICE, false, false);
        List<Batch.Step> back = grade(NOTHING_FOR_ALICE, false, false);
        assertFalse(back.stream().anyMatch(Batch.Step::graded));
        assertEquals(List.of(), changes(back));
        assertEquals(List.of(), waiting().readAll().results());
    }

    @Test
    void onlyWhatTheKitCouldNotDecideIsTriedAgainAndOnlyIfAsked() throws Exception {
        grade(NOTHING_FOR_ALICE, false, false);
        SubmissionResult decided = alice().orElseThrow();
        Path file = results().path().resolve("alice.json");
        Files.writeString(
                file,
                Files.readString(file)
                        .replace("\"decided\" : true", "\"decided\" : false")
                        .replace("\"possibleScore\" : 0", "\"possibleScore\" : 10")
                        .replace("\"refused\"", "\"infrastructure error\""));

        assertFalse(grade(NOTHING_FOR_ALICE, false, false).stream().anyMatch(Batch.Step::graded));

        List<Batch.Step> again = grade(NOTHING_FOR_ALICE, false, true);
        assertEquals(
                List.of(true, false), again.stream().map(Batch.Step::graded).toList());
        assertEquals(List.of(), changes(again));
        assertEquals(Optional.of(decided), alice());
    }

    @Test
    void aDamagedResultIsKeptUnderAnotherNameAndMadeAgainAndNoOther() throws Exception {
        grade(NOTHING_FOR_ALICE, false, false);
        FileTree before = FileTree.of(results().path());
        Path file = results().path().resolve("alice.json");
        Files.writeString(file, Files.readString(file).replace("\"score\" : 0", "\"score\" : 9"));
        String changed = Files.readString(file);

        List<Batch.Step> steps = grade(NOTHING_FOR_ALICE, false, false);

        assertEquals(
                List.of(true, false), steps.stream().map(Batch.Step::graded).toList());
        assertEquals(List.of(), changes(steps));
        Path aside = steps.get(0).setAside().get(0).keptAs();
        assertEquals(changed, Files.readString(aside));
        Files.delete(aside);
        assertEquals(before, FileTree.of(results().path()));
    }

    @Test
    void aDamagedPreviewIsKeptUnderAnotherNameTooWhetherItIsMadeAgainOrNotWantedAnyLonger() throws Exception {
        for (Policy next : List.of(FIVE_FOR_ALICE, NOTHING_FOR_ALICE)) {
            grade(NOTHING_FOR_ALICE, true, false);
            FileTree before = FileTree.of(results().path());
            grade(FIVE_FOR_ALICE, false, false);
            Files.writeString(waiting().path().resolve("alice.json"), "by " + next);

            List<Batch.Step> steps = grade(next, false, false);

            assertEquals(next == FIVE_FOR_ALICE, steps.get(0).graded());
            assertEquals(
                    "by " + next,
                    Files.readString(steps.get(0).setAside().get(0).keptAs()));
            assertEquals(before, FileTree.of(results().path()));
            assertEquals(
                    next == FIVE_FOR_ALICE, !waiting().read("alice").results().isEmpty());
        }
    }

    @Test
    void whoOnlyLooksLeavesADamagedResultWhereItIs() throws Exception {
        grade(NOTHING_FOR_ALICE, false, false);
        Files.writeString(results().path().resolve("alice.json"), "{");
        FileTree before = FileTree.of(results().path());
        List<Batch.Step> graded = batch(NOTHING_FOR_ALICE, false, false).graded(students());
        assertEquals(
                List.of("bob"),
                graded.stream().map(step -> step.result().submission()).toList());
        assertEquals(before, FileTree.of(results().path()));
    }

    /** Who writes a detail, checks and processes of submissions, is never told the place. */
    @Test
    void noStudentsPageAndNoDetailTellsWhereTheGraderHadAHandIn() throws Exception {
        handIn("carol", "package lab;\npublic class KvServer { native void f(); }");
        handIn("dave", "package lab;\npublic class KvServer { static int x = 1 / 0; }");
        handIn("erin", Files.readString(Path.of("..", "skeleton/src/main/java/lab/KvServer.java")));
        Files.write(submissions.resolve("frank.zip"), new byte[0]);
        List<SubmissionResult> results = grade(NOTHING_FOR_ALICE, false, false).stream()
                .map(Batch.Step::result)
                .toList();
        assertEquals(6, results.size());
        String place = directory.toString();
        results.stream()
                .flatMap(result -> result.tests().stream())
                .flatMap(test -> test.firstFailure().stream())
                .forEach(failure -> assertFalse(failure.detail().contains(place), failure::toString));
        Path pages = directory.resolve("pages");
        new HtmlReport().write(pages, results, new GuardedReports());
        assertFalse(Files.readString(pages.resolve("class.html")).contains(place));
        for (SubmissionResult result : results) {
            String page = result.submission() + ".html";
            assertFalse(
                    Files.readString(pages.resolve("students").resolve(page)).contains(place), page);
            assertTrue(
                    Files.readString(pages.resolve("submissions").resolve(page)).contains(place), page);
        }
    }

    private void handIn(String student, String server) throws Exception {
        Files.writeString(Files.createDirectories(submissions.resolve(student)).resolve("KvServer.java"), server);
    }

    private Optional<SubmissionResult> alice() throws Exception {
        return results().read("alice").results().stream().findFirst();
    }

    private static Policy policy(int percentForWhatDoesNotBuild) {
        return PolicyFixture.policy("""
                name: small
                suites: { core: { points: 0, schedules: 1, tests: { 5: { points: 10 } } } }
                not-building: { at-most-percent: 50, gets-percent: %s }
                """.replace("%s", Integer.toString(percentForWhatDoesNotBuild)));
    }

    private List<Batch.Step> grade(Policy policy, boolean replace, boolean undecidedAgain) throws Exception {
        return batch(policy, replace, undecidedAgain).grade(students(), step -> {});
    }

    private Batch batch(Policy policy, boolean replace, boolean undecidedAgain) throws Exception {
        KeptResults kept = new KeptResults(results(), waiting(), replace, undecidedAgain);
        return new Batch(policy, Path.of(".."), 2, Sandbox.none("this is a test"), kept);
    }

    private List<StudentUploads> students() throws Exception {
        return Uploads.at(List.of(submissions)).students();
    }

    private static List<String> changes(List<Batch.Step> steps) {
        return steps.stream()
                .flatMap(
                        step -> step
                                .earlier()
                                .map(old -> ResultWords.score(old) + " -> " + ResultWords.score(step.result()))
                                .stream())
                .toList();
    }

    private ResultDirectory results() throws Exception {
        return ResultDirectory.open(directory.resolve("out"));
    }

    private ResultDirectory waiting() throws Exception {
        return ResultDirectory.open(directory.resolve("waiting"));
    }
}
