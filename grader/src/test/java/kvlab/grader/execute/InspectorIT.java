package kvlab.grader.execute;

import static kvlab.grader.TestDiagnostics.saying;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import kvlab.diagnostic.Diagnostic;
import kvlab.grader.check.Compilation;
import kvlab.grader.check.SubmissionCompiler;
import kvlab.grader.execute.inspect.Coverage;
import kvlab.grader.execute.inspect.Information;
import kvlab.grader.execute.sandbox.Sandbox;
import kvlab.grader.intake.SourceFile;
import kvlab.schedule.Seeds;
import kvlab.schedule.Verdict;
import org.junit.jupiter.api.Test;

class InspectorIT {

    private static final LabSuite CORE = LabSuite.named("core").orElseThrow();
    private static final Sandbox NONE = Sandbox.none("this is a test");
    private static final Path MODEL = Path.of("..", "solution", "src", "main", "java", "lab", "KvServer.java");

    @Test
    void theTestsRunNearlyAllOfTheModelAnswerAndAlwaysTheSame() throws IOException {
        Inspector inspector = inspector(NONE);
        Information first = inspector
                .inspect(model(""), classes(""), outcome(new Verdict.Passed()))
                .orElseThrow();
        assertEquals(List.of(), first.missing());
        Coverage coverage = first.coverage().orElseThrow();
        assertTrue(coverage.lines().covered() * 10 >= coverage.lines().total() * 9, coverage.toString());
        assertEquals(
                List.of("KvServer.java"),
                coverage.files().stream().map(Coverage.OfFile::file).toList());
        assertEquals(0, first.style().orElseThrow().count());
        assertEquals(
                first,
                inspector
                        .inspect(model(""), classes(""), outcome(new Verdict.Passed()))
                        .orElseThrow());
    }

    @Test
    void whatNeverRunsIsTold() throws IOException {
        String unused = "\nclass Unused {\n    int one() {\n        return 1;\n    }\n}\n";
        int lines = Math.toIntExact(model("").get(0).text().lines().count());
        Coverage coverage = inspector(NONE)
                .inspect(model(unused), classes(unused), outcome(new Verdict.Passed()))
                .flatMap(Information::coverage)
                .orElseThrow();
        List<Coverage.Range> notRun = coverage.files().get(0).notRun();
        assertEquals(new Coverage.Range(lines + 2, lines + 4), notRun.get(notRun.size() - 1));
    }

    @Test
    void whatIsRefusedIsNotLookedAt() throws IOException {
        assertEquals(
                Optional.empty(),
                inspector(NONE).inspect(model(""), classes(""), outcome(new Verdict.Refused(saying("no"), ""))));
    }

    @Test
    void whatHangsHasNoCoverageAndThatIsNoFaultOfTheKit() throws IOException {
        Information found = inspector(NONE)
                .inspect(model(""), classes(""), outcome(new Verdict.TimedOut(saying("in put"), "")))
                .orElseThrow();
        assertTrue(found.complete());
        assertEquals(Optional.empty(), found.coverage());
        assertTrue(found.style().isPresent());
        assertEquals(List.of(Diagnostic.of("inspect.coverage-not-run")), found.missing());
    }

    /** As if the process had been killed at once. */
    @Test
    void whenTheProcessIsLostSoIsTheInformationAndNothingElse() throws IOException {
        Sandbox deadly = Sandbox.open(Diagnostic.of("sandbox.none"), List.of("false"));
        Information found = inspector(deadly)
                .inspect(model(""), classes(""), outcome(new Verdict.Passed()))
                .orElseThrow();
        assertFalse(found.complete());
        assertEquals(
                List.of(Diagnostic.of("inspect.style-lost"), Diagnostic.of("inspect.coverage-lost")), found.missing());
    }

    /** Deep nesting is what Checkstyle's parser and its walk over the tree recurse on. */
    @Test
    void aSourceThatExhaustsCheckstyleCostsTheStyleAlone() throws IOException {
        String deep = "\nclass Deep {\n    int x = " + "(".repeat(2_500) + "1" + ")".repeat(2_500) + ";\n}\n";
        Information found = inspector(NONE)
                .inspect(model(deep), classes(""), outcome(new Verdict.Passed()))
                .orElseThrow();
        assertEquals(Optional.empty(), found.style());
        assertFalse(found.complete());
    }

    private static Inspector inspector(Sandbox sandbox) {
        return new Inspector(true, true, List.of(CORE), 1, 256, sandbox);
    }

    private static List<SourceFile> model(String more) throws IOException {
        return List.of(new SourceFile("KvServer.java", Files.readString(MODEL) + more));
    }

    private static Map<String, byte[]> classes(String more) throws IOException {
        return assertInstanceOf(Compilation.Compiled.class, new SubmissionCompiler().compile(model(more)))
                .classes();
    }

    private static List<TestOutcome> outcome(Verdict verdict) {
        TreeMap<Long, Verdict> verdicts = new TreeMap<>();
        verdicts.put(1L, verdict);
        return List.of(TestOutcome.of(CORE.test(1), new Seeds(1, 1), verdicts));
    }
}
