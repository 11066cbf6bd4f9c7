package kvlab.grader.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code kvlab explain}, with the model answer and one that forgets. */
class ExplainCommandTest {
    private static final Path MODEL = Path.of("..", "solution", "src", "main", "java", "lab", "KvServer.java");

    @TempDir
    private Path temporary;

    private final Terminal terminal = new Terminal();

    private String forgetful() throws IOException {
        Path file = temporary.resolve("KvServer.java");
        Files.writeString(
                file,
                Files.readString(MODEL).replace("store.getOrDefault(key, \"\")", "store.getOrDefault(\"\", \"\")"));
        return file.toString();
    }

    @Test
    void aFailedScheduleIsMadeSmallerAndDrawn() throws IOException {
        Path page = temporary.resolve("page.html");
        assertEquals(
                ExitCode.TEST_FAILED,
                terminal.run("explain", "core/2/5", forgetful(), "--page", page.toString()),
                terminal.err());
        assertTrue(terminal.out().contains("The same failure in a smaller schedule, with "), terminal.out());
        assertTrue(terminal.out().contains("picture: " + page), terminal.out());
        assertTrue(Files.readString(page).contains("Content-Security-Policy"));
    }

    @Test
    void aPassedScheduleIsDrawnToo() throws IOException {
        Path page = temporary.resolve("page.html");
        assertEquals(
                ExitCode.OK,
                terminal.run("explain", "core/1/3", MODEL.toString(), "--page", page.toString()),
                terminal.err());
        assertTrue(terminal.out().contains("TEST 1 Passed"), terminal.out());
        assertTrue(Files.size(page) > 0);
    }

    @Test
    void withoutASeedItTakesTheFirstScheduleThatFails() throws IOException {
        Path page = temporary.resolve("page.html");
        assertEquals(
                ExitCode.TEST_FAILED,
                terminal.run("explain", "2", forgetful(), "--page", page.toString()),
                terminal.err());
        assertTrue(terminal.out().contains("TEST 2 Failed: "), terminal.out());
        assertTrue(terminal.out().contains("What went wrong: "), terminal.out());
    }

    @Test
    void ofCodeThatDoesNotComeBackItTellsHowItCameThere() throws IOException {
        Path file = temporary.resolve("KvServer.java");
        String model = Files.readString(MODEL);
        String lookUp = "store.getOrDefault(key, \"\")";
        assertTrue(model.contains(lookUp));
        Files.writeString(file, model.replace(lookUp, "spin(key)").replaceFirst("\\}\\s*$", """
                    private static String spin(String key) {
                        while (!key.isEmpty()) {}
                        return key;
                    }
                }
                """));
        Path page = temporary.resolve("page.html");
        assertEquals(
                ExitCode.TEST_FAILED,
                terminal.run("explain", "core/2/5", file.toString(), "--page", page.toString()),
                terminal.err());
        String out = terminal.out();
        assertTrue(out.contains("KvServer.spin"), out);
        assertTrue(out.matches("(?s).*What happened:.* calls get for client .*\n +\\d+ > .* applies \\d+: .*"), out);
    }

    @Test
    void anotherFileIsNotOverwritten() throws IOException {
        String server = forgetful();
        String before = Files.readString(Path.of(server));
        assertEquals(ExitCode.WRONG_USE, terminal.run("explain", "core/2/5", server, "--page", server));
        assertTrue(terminal.err().contains("would overwrite another kind of file"), terminal.err());
        assertEquals(ExitCode.WRONG_USE, terminal.run("explain", "core/2/5", server, "--export", "perfetto=" + server));
        assertEquals(before, Files.readString(Path.of(server)));
    }

    @Test
    void whatItWroteItselfIsReplaced() throws IOException {
        String[] arguments = {
            "explain",
            "core/2/5",
            forgetful(),
            "--page",
            temporary.resolve("page.html").toString(),
            "--export",
            "perfetto=" + temporary.resolve("p.json"),
            "--export",
            "shiviz=" + temporary.resolve("s.log"),
            "--export",
            "jepsen=" + temporary.resolve("j.edn")
        };
        assertEquals(ExitCode.TEST_FAILED, terminal.run(arguments), terminal.err());
        assertEquals(ExitCode.TEST_FAILED, terminal.run(arguments), terminal.err());
    }

    @Test
    void aMissingDirectoryIsSaidBeforeAnythingRuns() throws IOException {
        Path page = temporary.resolve("none").resolve("page.html");
        assertEquals(ExitCode.WRONG_USE, terminal.run("explain", "core/2/5", forgetful(), "--page", page.toString()));
        assertTrue(terminal.err().contains("there is no directory " + page.getParent()), terminal.err());
        assertEquals("", terminal.out());
    }

    @Test
    void aDirectoryIsNotWrittenTo() throws IOException {
        assertEquals(
                ExitCode.WRONG_USE, terminal.run("explain", "core/1/3", forgetful(), "--page", temporary.toString()));
        assertTrue(terminal.err().contains("is a directory: name a file"), terminal.err());
    }
}
