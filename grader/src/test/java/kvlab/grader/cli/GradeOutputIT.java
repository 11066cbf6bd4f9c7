package kvlab.grader.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kvlab.grader.execute.sandbox.Sandbox;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What {@code kvlab grade} prints for people and for programs. Nothing that is handed in compiles. */
class GradeOutputIT {

    @TempDir
    private Path directory;

    private final Terminal terminal = new Terminal();

    @BeforeEach
    void twoHandIn() throws IOException {
        for (String name : List.of("alice", "bob")) {
            Files.writeString(
                    Files.createDirectories(directory.resolve("class").resolve(name))
                            .resolve("KvServer.java"),
                    "package lab; class {");
        }
        Files.writeString(
                directory.resolve("roster.csv"),
                "name,folder,excused\nAlice,alice,\nBob,bob,\nEve,eve,\nDan,dan,yes\n");
    }

    @Test
    void aProgramGetsOneDocumentAndQuietlyPeopleGetWhatNeedsThem() {
        assertEquals(ExitCode.OK, grade());
        Terminal program = new Terminal();
        assertEquals(ExitCode.OK, grade(program, "--no-grading", "--json"));
        JsonNode json = new JsonMapper().readTree(program.out());
        assertEquals("kvlab/class/1", json.get("schema").asString());
        assertEquals(2, json.get("submissions").size());
        assertEquals("Bob", json.get("submissions").get(1).get("name").asString());
        assertEquals(2, json.get("summary").get("refused").asInt());
        assertEquals("Eve", json.get("notHandedIn").get(0).get("name").asString());
        assertEquals("Dan", json.get("excused").get(0).get("name").asString());
        String summary = "2 graded, mean 0 and median 0 of 90; 2 refused; 1 not handed in; ";
        assertTrue(program.err().contains(summary), program.err());
        assertTrue(terminal.out().contains(summary), terminal.out());

        Terminal quiet = new Terminal();
        assertEquals(ExitCode.OK, grade(quiet, "--no-grading", "--quiet"));
        assertEquals("not handed in: 1 of 4: Eve. With --missing zero they get a result too\n", quiet.out());
        assertEquals("", quiet.err());

        assertEquals(ExitCode.WRONG_USE, grade("--json", "--github"));
    }

    @Test
    void whatIsForReviewIsSaidQuietlyToo() throws IOException {
        Path copies = directory.resolve("class/bob");
        Files.move(copies.resolve("KvServer.java"), copies.resolve("KvServer copy.java"));
        Files.writeString(copies.resolve("KvServer (1).java"), "package lab;");
        assertEquals(ExitCode.OK, grade("--quiet"));
        assertTrue(
                terminal.out().startsWith("bob: for review: is refused for the name of a file alone"), terminal.out());
    }

    @Test
    void otherNamesGradeNothingAgainAndAreOnThePages() throws IOException {
        String rules = "suites: { core: { points: 10, schedules: 1 } }\n";
        Path policy = Files.writeString(directory.resolve("one.yaml"), "name: one\ntitle: Storage\n" + rules);
        assertEquals(ExitCode.OK, grade("--policy", "" + policy));
        Path renamed = Files.writeString(directory.resolve("two.yaml"), "name: two\ntitle: Logs\n" + rules);
        Files.writeString(directory.resolve("roster.csv"), "name,folder,section\nRobert,bob,B\nAlice,alice,A\n");
        assertEquals(ExitCode.OK, grade("--no-grading", "--policy", "" + renamed));
        assertFalse(terminal.out().contains("graded again"), terminal.out());
        String page = Files.readString(directory.resolve("out/report/index.html"));
        assertTrue(page.contains("<h1>Logs</h1>") && page.contains("Robert") && page.contains(" · B<"), page);
    }

    @Test
    void whereResultsCannotGoIsToldInALine() throws IOException {
        Path file = Files.writeString(directory.resolve("out"), "");
        assertEquals(ExitCode.WRONG_USE, grade());
        assertEquals(
                1,
                terminal.err()
                        .lines()
                        .filter(line -> line.startsWith("kvlab: "))
                        .count(),
                terminal.err());
        assertTrue(terminal.err().contains(file + " is a file, and a directory is needed"), terminal.err());
        assertFalse(terminal.err().contains("Exception"), terminal.err());
    }

    @Test
    void withoutTheRequiredSandboxNothingIsRun() {
        EnvironmentFailureException failure = assertThrows(
                EnvironmentFailureException.class, () -> GradeCommand.requireClosed(Sandbox.none("this is a test")));
        assertTrue(
                failure.getMessage().startsWith("--require-sandbox: submissions would not be shut in ("),
                failure.getMessage());
    }

    @Test
    void timeToGoIsSaidOnceItIsKnown() {
        assertEquals(Optional.empty(), TimeToGo.inWords(Duration.ofSeconds(3), 3, 100));
        assertEquals(Optional.of("about 75 s to go"), TimeToGo.inWords(Duration.ofSeconds(6), 8, 100));
        assertEquals(Optional.of("about 5 min to go"), TimeToGo.inWords(Duration.ofSeconds(25), 8, 100));
        assertEquals(Optional.empty(), TimeToGo.inWords(Duration.ofSeconds(25), 8, 0));
    }

    private int grade(String... options) {
        return grade(terminal, options);
    }

    private int grade(Terminal terminal, String... options) {
        List<String> arguments = new ArrayList<>(List.of("grade", "" + directory.resolve("class")));
        arguments.addAll(
                List.of("--out", "" + directory.resolve("out"), "--roster", "" + directory.resolve("roster.csv")));
        arguments.addAll(List.of(options));
        return terminal.run(arguments.toArray(String[]::new));
    }
}
