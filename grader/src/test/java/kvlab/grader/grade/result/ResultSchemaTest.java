package kvlab.grader.grade.result;

import static kvlab.grader.TestDiagnostics.saying;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import kvlab.grader.check.CompileError;
import kvlab.grader.policy.PolicyFixture;
import kvlab.schedule.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The published schema and the files that are written say the same. */
class ResultSchemaTest {

    private static final Path FILE = Path.of("schema", "result-2.schema.json");

    @TempDir
    private Path directory;

    private final Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(Files.readString(FILE), InputFormat.JSON);

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
        assertEquals(List.of(), schema.validate(written(result), InputFormat.JSON));
    }

    @ParameterizedTest
    @MethodSource("results")
    void noFieldIsLeftOutOfTheSchema(SubmissionResult result) throws IOException {
        JsonNode described = json(Files.readString(FILE));
        assertEquals(List.of(), missing("", json(written(result)), described));
    }

    @Test
    void anotherShapeIsNotTakenForThisOne() throws IOException {
        String right = written(ResultFixture.passed("alice"));
        for (String wrong : List.of(
                right.replace("kvlab/result/2", "kvlab/result/1"),
                right.replace("\"passed\"", "\"perfect\""),
                right.replace("\"decided\"", "\"final\""))) {
            assertFalse(schema.validate(wrong, InputFormat.JSON).isEmpty(), wrong);
        }
    }

    @Test
    void everyFieldIsDescribed() throws IOException {
        List<String> undescribed = new ArrayList<>();
        collectUndescribed("", json(Files.readString(FILE)), undescribed);
        assertEquals(List.of(), undescribed);
    }

    /** Fields of a value, by their paths, that the schema does not name. */
    private static List<String> missing(String path, JsonNode value, JsonNode schema) {
        List<String> missing = new ArrayList<>();
        if (schema.path("additionalProperties").isObject()) {
            return missing;
        } else if (value.isObject()) {
            value.properties().forEach(field -> {
                JsonNode property = schema.path("properties").path(field.getKey());
                String name = path + "/" + field.getKey();
                if (property.isMissingNode()) {
                    missing.add(name);
                } else {
                    missing.addAll(missing(name, field.getValue(), property));
                }
            });
        } else if (value.isArray()) {
            value.forEach(element -> missing.addAll(missing(path + "[]", element, schema.path("items"))));
        }
        return missing;
    }

    private static void collectUndescribed(String path, JsonNode schema, List<String> undescribed) {
        schema.path("properties").properties().forEach(property -> {
            String name = path + "/" + property.getKey();
            if (property.getValue().path("description").asString("").isEmpty()) {
                undescribed.add(name);
            }
            collectUndescribed(name, property.getValue(), undescribed);
            collectUndescribed(name, property.getValue().path("items"), undescribed);
        });
        boolean closed = schema.path("properties").isMissingNode()
                || !schema.path("additionalProperties").asBoolean(true);
        assertTrue(closed, path + " lets unknown fields pass");
    }

    private String written(SubmissionResult result) throws IOException {
        return Files.readString(ResultDirectory.open(directory).write(result));
    }

    private static JsonNode json(String text) {
        return new JsonMapper().readTree(text);
    }
}
