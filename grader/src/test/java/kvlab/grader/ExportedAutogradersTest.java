package kvlab.grader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import kvlab.grader.bundle.Unzipped;
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
        Path source = Unzipped.into(root.resolve("source"), zip);
        assertTrue(Files.isExecutable(source.resolve("setup.sh")));
        assertFalse(Files.exists(source.resolve("kit/solution")), "the model answer must stay at home");
        setUp(source);
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

    /** Installs nothing, whatever this machine lacks. */
    private void setUp(Path source) throws IOException, InterruptedException {
        Path installer = Files.createDirectories(directory.resolve("programs")).resolve("apt-get");
        assertTrue(Files.writeString(installer, "#!/bin/sh\n").toFile().setExecutable(true));
        run(
                directory,
                Map.of("PATH", installer.getParent() + File.pathSeparator + System.getenv("PATH")),
                source.resolve("setup.sh").toString());
    }

    private static JsonNode json(String text) {
        return new JsonMapper().readTree(text);
    }
}
