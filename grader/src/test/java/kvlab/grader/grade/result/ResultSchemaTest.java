package kvlab.grader.grade.result;

import static kvlab.grader.TestDiagnostics.saying;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import kvlab.grader.check.CompileError;
import kvlab.grader.policy.PolicyFixture;
import kvlab.schedule.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The published schema and the files that are written say the same. */
class ResultSchemaTest {

    private static final Path FILE = Path.of("schema", "result-2.schema.json");

    @TempDir
    private Path directory;

    private final PublishedSchema schema = PublishedSchema.at(FILE);

    ResultSchemaTest() throws IOException {}

    static Stream<SubmissionResult> results() {
        Verdict crash = new Verdict.Crashed(saying("the process ended"), "");
        CompileError error = new CompileError("compiler.err.expected", "KvServer.java", 3, 7, "';' expected", "int x");
        return Stream.of(
                ResultFixture.informed(ResultFixture.passed("alice")),
                ResultFixture.passed("zoe"),
                ResultFixture.halfRight("bob"),
                ResultFixture.undecided("carol"),
                ResultFixture.refused("dan", "changes \u0000 <files>"),
                ResultFixture.by(ResultFixture.TWO_TESTS, "eve", 2, List.of(error), crash, crash),
                ResultFixture.by(PolicyFixture.firstTests(2, """
                            name: rated
                            suites: { core: { points: 2.5 } }
                            repeated-runs: minimum-rate
                            minimum-rate: 90
                            not-building: { at-most-percent: 50, gets-percent: 20 }
                            """), "finn", 0, List.of(error), crash, crash),
                ResultFixture.extraCredit("gil"));
    }

    @ParameterizedTest
    @MethodSource("results")
    void everyResultIsOfTheShapeThatIsPublished(SubmissionResult result) throws IOException {
        assertEquals(List.of(), schema.errors(written(result)));
    }

    @ParameterizedTest
    @MethodSource("results")
    void noFieldIsLeftOutOfTheSchema(SubmissionResult result) throws IOException {
        assertEquals(List.of(), schema.unnamed(written(result)));
    }

    @Test
    void anotherShapeIsNotTakenForThisOne() throws IOException {
        String right = written(ResultFixture.passed("alice"));
        for (String wrong : List.of(
                right.replace("kvlab/result/2", "kvlab/result/1"),
                right.replace("\"passed\"", "\"perfect\""),
                right.replace("\"decided\"", "\"final\""))) {
            assertFalse(schema.errors(wrong).isEmpty(), wrong);
        }
    }

    @Test
    void everyFieldIsDescribed() throws IOException {
        assertEquals(List.of(), schema.undescribed());
    }

    private String written(SubmissionResult result) throws IOException {
        return Files.readString(ResultDirectory.open(directory).write(result));
    }
}
