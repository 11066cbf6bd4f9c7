package kvlab.grader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is exported, run as the other systems run it, but for their machines. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "those systems run shell scripts")
class ExportedAutogradersTest {

    private static final Path SERVER = Path.of("..", "solution", "src/main/java/lab/KvServer.java");
    private static final String POLICY = """
            name: tiny
            suites:
              core: { points: 0, schedules: 1, tests: { 1: { points: 2.5 }, 2: { points: 1, students-see: nothing } } }
            late: { percent-per-day: 10, most-days: 3 }
            files: { restricted: refuse }
            """;

    @TempDir
    private Path directory;

    private Path policy;

    @BeforeEach
    void writePolicy() throws IOException {
        policy = Files.writeString(directory.resolve("policy of ours.yaml"), POLICY);
    }

    @Test
    void gradescopesGradesAsGradescopeCallsIt() throws Exception {
        Path zip = directory.resolve("autograder.zip");
        assertEquals(
                ExitCode.OK, Main.run("export", "gradescope", "--policy", policy.toString(), "--into", zip.toString()));
        Path root = directory.resolve("autograder");
        Path source = unzip(zip, root.resolve("source"));
        assertTrue(Files.isExecutable(source.resolve("setup.sh")));
        assertFalse(Files.exists(source.resolve("kit/solution")), "the model answer must stay at home");
        Path submission = Files.createDirectories(root.resolve("submission"));
        Files.copy(SERVER, submission.resolve("KvServer.java"));
        Files.writeString(root.resolve("submission_metadata.json"), """
            {"id": 7, "created_at": "2026-12-05T01:00:00-05:00",
             "assignment": {"due_date": "2026-12-04T23:59:00-05:00"},
             "users": [{"name": "Jane", "email": "j@x.edu", "sid": "1"}]}
            """);

        String printed = run(
                directory,
                Map.of("AUTOGRADER", root.toString()),
                source.resolve("run_autograder").toString());

        JsonNode results = json(Files.readString(root.resolve("results").resolve("results.json")));
        assertEquals("3.15", results.path("score").asString(), printed);
        assertEquals(8, results.path("tests").size());
        assertEquals("passed", results.path("tests").get(0).path("status").asString());
        assertTrue(results.path("output").asString().contains("1 day late"), results.toString());
    }

    @Test
    void autolabsGradesAsAutolabCallsIt() throws Exception {
        Path work = directory.resolve("autolab");
        assertEquals(
                ExitCode.OK,
                Main.run(
                        "export",
                        "autolab",
                        "--policy",
                        policy.toString(),
                        "--into",
                        work.toString(),
                        "--problem",
                        "it's",
                        "--handin",
                        "handin.java"));
        Files.copy(work.resolve("autograde-Makefile"), work.resolve("Makefile"));
        Files.copy(SERVER, work.resolve("handin.java"));

        List<String> lines = run(work, Map.of(), "make").lines().toList();

        assertEquals("{\"scores\":{\"it's\":3.5},\"scoreboard\":[3.5]}", lines.get(lines.size() - 1), lines.toString());
        JsonNode feedback = json(lines.get(lines.size() - 2));
        assertEquals("semantic", feedback.path("_presentation").asString());
        assertEquals(8, feedback.path("core").size());
    }

    private static String run(Path where, Map<String, String> variables, String... command)
            throws IOException, InterruptedException {
        ProcessBuilder process = new ProcessBuilder(command).directory(where.toFile());
        process.environment().put("JAVA_HOME", System.getProperty("java.home"));
        process.environment().put("KVLAB_ONCE", "yes");
        process.environment().putAll(variables);
        File errors = where.resolve("errors.txt").toFile();
        Process running = process.redirectError(errors).start();
        String printed = new String(running.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, running.waitFor(), printed + Files.readString(errors.toPath()));
        return printed;
    }

    /** As {@code setup.sh} leaves it. */
    private static Path unzip(Path archive, Path directory) throws IOException {
        try (ZipFile zip = ZipFile.builder().setPath(archive).get()) {
            for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
                Path file = directory.resolve(entry.getName());
                Files.createDirectories(file.getParent());
                try (InputStream content = zip.getInputStream(entry)) {
                    Files.copy(content, file);
                }
                if ((entry.getUnixMode() & 0100) != 0) {
                    assertTrue(file.toFile().setExecutable(true));
                }
            }
        }
        Path stamp = directory.resolve("kit/grader/target/kvlab/stamp");
        Files.delete(stamp);
        Files.createFile(stamp);
        return directory;
    }

    private static JsonNode json(String text) {
        return new JsonMapper().readTree(text);
    }
}
