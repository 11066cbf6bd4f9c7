package kvlab.grader.export.ci;

import static kvlab.grader.TestDiagnostics.saying;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import kvlab.diagnostic.SourcePlace;
import kvlab.grader.check.CompileError;
import kvlab.grader.grade.result.ResultFixture;
import kvlab.grader.grade.result.SubmissionResult;
import kvlab.schedule.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GithubReportsTest {

    private static final Verdict PASSED = new Verdict.Passed();

    @Test
    void whatLostPointsIsAnErrorAndWhatIsNotDecidedAWarning() {
        assertEquals(
                List.of(
                        "::error title=core 2 (Test 2)::core 2 (Test 2) timed out, 0 of 2.5 points: stands ?[31mstill%0Areplay:"
                                + " ./kvlab test --test 2 --seed 4 --edition " + ResultFixture.EDITION,
                        "::warning title=core 2 (Test 2)::core 2 (Test 2) infrastructure error, 0 of 2.5 points: starting a"
                                + " Java process failed: no memory"),
                lines(ResultFixture.halfRight("alice"), ResultFixture.undecided("bob")));
    }

    @Test
    void aSubmissionCannotEndItsAnnotationOrStartAnother() {
        String hostile = "100%\r\n::error::mine\n::set-output name=a::b";
        CompileError error = new CompileError("compiler.err.expected", "K,v:x.java", 3, 1, hostile, "::debug::");
        Verdict refused = new Verdict.Refused(saying(hostile), "");
        List<String> lines = lines(ResultFixture.by(ResultFixture.TWO_TESTS, "a", 0, List.of(error), refused, refused));
        assertEquals(
                "::error file=lab/K%2Cv%3Ax.java,line=3,col=1,title=K%2Cv%3Ax.java%2C line 3::K,v:x.java:3: 100%25%0A::error::mine%0A::set-output name=a::b%0A"
                        + "    ::debug::%0A    ^",
                lines.get(0));
        assertEquals("::error title=a::refused: 100%25", lines.get(1));
        assertEquals(2, lines.size());
    }

    @Test
    void aRefusalIsShownWhereItIs() {
        Verdict refused = new Verdict.Refused(
                saying("uses java.io.File").at(new SourcePlace("KvServer.java", "KvServer", "put", 57)), "");
        assertEquals(
                List.of("::error file=lab/KvServer.java,line=57,title=a::refused: uses java.io.File"),
                lines(ResultFixture.of("a", refused, refused)));
    }

    @Test
    void aSourceIsFoundWhereItsNameIsUnique(@TempDir Path repository) throws IOException {
        SubmissionResult result = ResultFixture.passed(repository.toString());
        assertEquals("KvServer.java", SourcePaths.of(result, "KvServer.java"));
        Path lab = Files.createDirectories(repository.resolve("src/lab"));
        Files.writeString(lab.resolve("KvServer.java"), "");
        assertEquals("src/lab/KvServer.java", SourcePaths.of(result, "KvServer.java"));
        Files.writeString(repository.resolve("KvServer.java"), "");
        assertEquals("KvServer.java", SourcePaths.of(result, "KvServer.java"));
    }

    @Test
    void thereAreAtMostTenOfAKindAndTheLastSaysThatThereAreMore() {
        List<String> lines = new GithubAnnotations((result, name) -> "lab/" + name)
                .lines(Collections.nCopies(12, ResultFixture.halfRight("alice")));
        assertEquals(10, lines.size());
        assertEquals("::error title=more::3 more are in the job's summary", lines.get(9));
    }

    @Test
    void inTheSummaryTextOfASubmissionIsCode() {
        String hostile = "</code><img src=x> @someone #1 [a](b)";
        String summary = new GithubSummary()
                .render(List.of(
                        ResultFixture.of("a", PASSED, new Verdict.Failed(saying(hostile + "\n\n# title"), ""))));
        assertTrue(summary.contains("<h3><code>a</code> 2.5 / 5</h3>"), summary);
        assertTrue(
                summary.contains(
                        "<code>core 2 (Test 2) failed, 0 of 2.5 points: &lt;/code&gt;&lt;img src=x&gt; @someone"
                                + " #1 [a](b)</code>"),
                summary);
        assertFalse(summary.contains("# title"), summary);
    }

    @Test
    void theSummaryOfAWholeClassIsNotTooLong() {
        Verdict long5000 = new Verdict.Failed(saying("\u00E9".repeat(5_000)), "");
        String summary =
                new GithubSummary().render(Collections.nCopies(900, ResultFixture.of("a", long5000, long5000)));
        int bytes = summary.getBytes(StandardCharsets.UTF_8).length;
        assertTrue(bytes > 900_000 && bytes < 1 << 20, bytes + " bytes");
        assertTrue(summary.endsWith("More is left out: GitHub takes no longer summaries.\n"));
    }

    private static List<String> lines(SubmissionResult... results) {
        return new GithubAnnotations((result, name) -> "lab/" + name).lines(List.of(results));
    }
}
