package kvlab.grader.grade;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import kvlab.grader.corpus.Corpus;
import kvlab.grader.execute.sandbox.Sandbox;
import kvlab.grader.grade.result.ResultDirectory;
import kvlab.grader.grade.result.ResultPicture;
import kvlab.grader.grade.result.SubmissionResult;
import kvlab.grader.intake.Uploads;
import kvlab.grader.picture.PictureFixture;
import kvlab.grader.policy.Policy;
import kvlab.grader.policy.PolicyFixture;
import kvlab.grader.report.GuardedReports;
import kvlab.grader.report.html.HtmlReport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What becomes of failures in real processes: pictures that hold what happened, and nothing that is secret. */
class GradedPicturesIT {
    private static final Path KIT = Path.of("..");
    private static final String SEED = "583920417760235914";
    private static final String SCRIPT = "</script><script>document.title='owned'</script>";

    @TempDir
    private Path directory;

    @Test
    void failuresAndHangsAreDrawnAndDoNotSayTheirHiddenSeed() throws Exception {
        String fails = wrong("works-only-as-server-0")
                .replace("this.context = context;", "this.context = context; context.log(\"" + SCRIPT + "\");");
        handIn("fails", fails);
        handIn("fails-too", fails);
        handIn("hangs", wrong("endless-loop-in-onNextCommand"));
        ResultDirectory results = grade();
        for (String name : List.of("fails", "fails-too", "hangs")) {
            SubmissionResult result = results.read(name).results().get(0);
            assertEquals(Optional.empty(), results.pictureOf(result).flatMap(ResultPicture::missing), name);
            String page = page(name);
            JsonNode content = PictureFixture.content(page);
            assertFalse(content.toString().contains(SEED), name);
            assertFalse(content.at("/data/story/lines").isEmpty(), name);
            assertEquals(
                    name.equals("hangs") ? "timed out" : "failed",
                    content.at("/told/verdict").asString());
            assertEquals(2, page.split("</script>", -1).length - 1, name);
            assertEquals(
                    !name.equals("hangs"),
                    content.at("/data/events/text").toString().contains(SCRIPT),
                    name);
        }
        assertEquals(page("fails"), page("fails-too"));
        assertArrayEquals(data(results, "fails"), data(results, "fails-too"));
    }

    private static byte[] data(ResultDirectory results, String name) {
        return results.pictureOf(results.read(name).results().get(0))
                .orElseThrow()
                .data();
    }

    private String page(String name) throws IOException {
        return Files.readString(directory.resolve("out/report/students").resolve(name + "+picture.html"));
    }

    private static String wrong(String entry) {
        return new Corpus(KIT).entry("wrong", entry).source("KvServer.java").orElseThrow();
    }

    private void handIn(String student, String server) throws IOException {
        Path folder = Files.createDirectories(directory.resolve("class").resolve(student));
        Files.writeString(folder.resolve("KvServer.java"), server);
    }

    private ResultDirectory grade() throws Exception {
        Policy policy = PolicyFixture.firstTests(1, """
                name: final
                suites: { core: { points: 1, schedules: 1 } }
                hidden-seed: %s
                """.replace("%s", SEED));
        ResultDirectory results = ResultDirectory.open(directory.resolve("out"));
        ResultDirectory waiting = ResultDirectory.open(directory.resolve("out").resolve(KeptResults.WAITING));
        Sandbox sandbox = Sandbox.none("this is a test");
        KeptResults kept = new KeptResults(results, waiting, false, false);
        Policy hidden = policy.withSeed(policy.hiddenSeed().orElseThrow());
        new Batch(hidden, KIT, 2, sandbox, kept)
                .grade(Uploads.at(List.of(directory.resolve("class"))).students(), step -> {});
        GuardedReports reports = new GuardedReports();
        new HtmlReport(results::pictureOf)
                .write(directory.resolve("out/report"), results.readAll().results(), reports);
        assertEquals(List.of(), reports.missing());
        return results;
    }
}
