package kvlab.grader.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import kvlab.grader.export.Unzipped;
import kvlab.grader.intake.Repository;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is exported, run as the other systems run it: in their layouts, and in the bare environment of a container. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "those systems run shell scripts")
class ExportedAutogradersIT {

    private static final Path SERVER = Path.of("..", "solution", "src/main/java/lab/KvServer.java");
    private static final String POLICY = """
            name: tiny
            suites:
              core: { points: 0, schedules: 1, tests: { 1: { points: 2.5 }, 2: { points: 1, students-see: nothing } } }
            late: { percent-per-day: 10, most-days: 3 }
            files: { restricted: refuse }
            """;

    /** The script {@code kvlab} without its build: this grader, by this machine's Java. */
    private static final String KVLAB =
            """
            #!/bin/sh
            exec "$JAVA_HOME/bin/java" --add-exports java.base/jdk.internal.vm=ALL-UNNAMED '-Dkvlab.home=%1' -cp '%2' \
                kvlab.grader.Main "$@"
            """.replace("%1", System.getProperty("kvlab.home")).replace("%2", System.getProperty("java.class.path"));

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
                ExitCode.OK,
                KvlabCommand.run("export", "gradescope", "--policy", policy.toString(), "--into", zip.toString()));
        Path root = directory.resolve("Prüfung");
        Path source = Unzipped.into(root.resolve("source"), zip);
        assertTrue(Files.isExecutable(source.resolve("setup.sh")));
        Path script = Files.copy(
                source.resolve("run_autograder"), root.resolve("run_autograder"), StandardCopyOption.COPY_ATTRIBUTES);
        assertFalse(Files.exists(source.resolve("kit/solution")), "the model answer must stay at home");
        setUp(source);
        Path submission = Files.createDirectories(root.resolve("submission"));
        Files.copy(SERVER, submission.resolve("KvServer.java"));
        Files.writeString(root.resolve("submission_metadata.json"), """
            {"id": 7, "created_at": "2026-12-05T01:00:00-05:00",
             "assignment": {"due_date": "2026-12-04T23:59:00-05:00"},
             "users": [{"name": "Jane", "email": "j@x.edu", "sid": "1"}]}
            """);

        String printed = run(directory, Map.of("AUTOGRADER", root.toString()), script.toString());

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
                KvlabCommand.run(
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

    @Test
    void classroom50sGradesAsClassroom50CallsIt() throws Exception {
        Path script = directory.resolve("autograder.py");
        assertEquals(
                ExitCode.OK,
                KvlabCommand.run(
                        "export",
                        "classroom50",
                        "--kit",
                        "course/kit",
                        "--kit-ref",
                        "lab-kv-solution",
                        "--schedules",
                        "1",
                        "--into",
                        directory.toString()));
        Repository kit = Repository.in(directory.resolve("server/course/kit"));
        Path kvlab = kit.write("kvlab", KVLAB).path().resolve("kvlab");
        assertTrue(kvlab.toFile().setExecutable(true));
        kit.write("grader/policies/core-lab.yaml", Files.readString(Path.of("policies", "core-lab.yaml")));
        kit.commit("2026-09-01T00:00:00Z");
        Repository pushed = Repository.in(directory.resolve("checkout"));
        pushed.write("KvServer.java", Files.readString(SERVER));
        pushed.write(".classroom50.yaml", "classroom: cs\n");
        pushed.commit("2026-12-01T00:00:00Z");
        pushed.git("branch", "-m", "main");
        pushed.git("checkout", "-q", "--detach");
        Path kept = Files.writeString(directory.resolve("kept"), "kept");
        Files.createSymbolicLink(pushed.path().resolve("result.json"), kept);
        Path outputs = directory.resolve("outputs");

        String printed = run(
                pushed.path(),
                Map.ofEntries(
                        Map.entry(
                                "GITHUB_SERVER_URL",
                                directory.resolve("server").toUri().toString()),
                        Map.entry("GITHUB_OUTPUT", outputs.toString()),
                        Map.entry("RUNNER_TEMP", directory.toString()),
                        Map.entry("CLASSROOM", "cs"),
                        Map.entry("ASSIGNMENT", "kv"),
                        Map.entry("ASSIGNMENT_TYPE", "individual"),
                        Map.entry("OWNER", "alice"),
                        Map.entry("SUBMISSION_TAG", "submit/2026-12-01T00-00-00Z-abcdef0"),
                        Map.entry("COMMIT_URL", "https://github.com/commit"),
                        Map.entry("RELEASE_URL", "https://github.com/release"),
                        Map.entry("REVIEW_URL", "https://github.com/review")),
                "python3",
                script.toString());

        JsonNode result = json(Files.readString(pushed.path().resolve("result.json")));
        assertEquals(90, result.path("score").asInt(), printed);
        assertEquals(90, result.path("max-score").asInt());
        assertEquals(9, result.path("tests").size());
        assertEquals("2026-12-01T00:00:00Z", result.path("datetime").asString());
        assertEquals("kept", Files.readString(kept), "a link in the student's repository leads nowhere");
        List<String> told = Files.readAllLines(outputs);
        assertEquals(List.of("status=success", "summary=kvlab: 90 / 90"), told.subList(told.size() - 2, told.size()));
    }

    private static String run(Path where, Map<String, String> variables, String... command)
            throws IOException, InterruptedException {
        ProcessBuilder process = new ProcessBuilder(command).directory(where.toFile());
        process.environment().clear();
        process.environment().put("PATH", System.getenv("PATH"));
        process.environment().put("HOME", where.toString());
        process.environment().put("JAVA_HOME", System.getProperty("java.home"));
        process.environment().put("KVLAB_ONCE", "yes");
        process.environment().putAll(variables);
        // Gradescope and Autolab read both from one stream.
        Process running = process.redirectErrorStream(true).start();
        String printed = new String(running.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, running.waitFor(), printed);
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
