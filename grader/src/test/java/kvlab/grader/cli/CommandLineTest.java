package kvlab.grader.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Wrong use: every command says what, where and what to do, and exits with 2. */
class CommandLineTest {

    @TempDir
    private Path directory;

    private final Terminal terminal = new Terminal();

    @Test
    void aTestThatIsNotThereIsAnsweredWithThoseThatAre() {
        assertWrongUse("1, 2, 3, 4, 5, 6, 7, 8, 9", "test", "--test", "12");
    }

    @Test
    void aSuiteThatIsNotThereIsAnsweredWithThoseThatAre() {
        assertWrongUse("the suites are core", "test", "--suite", "cores");
    }

    @Test
    void aPathThatIsNotThereIsNamed() {
        assertWrongUse("there is nothing at /no/such", "test", "/no/such");
        assertWrongUse("there is nothing at /no/such", "grade", directory.toString(), "/no/such");
    }

    @Test
    void aPathWithoutAServerIsNamed() {
        assertWrongUse("there is no KvServer.java below " + directory, "test", directory.toString());
    }

    @Test
    void aServerThatDoesNotCompileIsWrongUse() throws IOException {
        Files.writeString(directory.resolve("KvServer.java"), "package lab; class KvServer {");
        assertEquals(ExitCode.WRONG_USE, run("test", directory.toString()));
    }

    @Test
    void aServerThatBreaksTheRulesIsNotRunEither() throws IOException {
        Files.writeString(directory.resolve("KvServer.java"), "package lab; class KvServer { java.io.File file; }");
        assertEquals(ExitCode.WRONG_USE, run("test", directory.toString()));
    }

    @Test
    void numbersOutOfRangeAreAnsweredWithTheRange() {
        assertWrongUse("--schedules must be from 1", "test", "--schedules", "0");
        assertWrongUse("--parallel must be from 1", "grade", directory.toString(), "--parallel", "0");
        assertWrongUse("--edition 1: this kit has edition", "test", "--test", "4", "--seed", "81", "--edition", "1");
        assertWrongUse("--seed 9223372036854775807 is too large", "test", "--seed", "9223372036854775807");
    }

    @Test
    void aDirectoryIsNoPlaceForATrace() throws IOException {
        Files.writeString(directory.resolve("KvServer.java"), "package lab; class KvServer {}");
        assertWrongUse(
                "is a directory: write --trace=FILE", "test", directory.toString(), "--trace", directory.toString());
    }

    @Test
    void aTraceOverwritesOnlyTraces() throws IOException {
        String source = directory.toString();
        Files.writeString(directory.resolve("KvServer.java"), "package lab; class KvServer {");
        Path file = Files.writeString(directory.resolve("notes.jsonl"), "{\"format\":\"notes\"}");
        assertWrongUse("would overwrite a file that is no trace", "test", source, "--trace", file.toString());
        Files.writeString(file, "{\"format\":\"kvlab-trace/1\",\"seed\":1}");
        assertWrongUse("does not compile", "test", source, "--trace", file.toString());
    }

    @Test
    void aSelectionOfEventsNeedsATraceAndKeysThatThereAre() throws IOException {
        Files.writeString(directory.resolve("KvServer.java"), "package lab; class KvServer {}");
        String file = directory.resolve("t.txt").toString();
        String source = directory.toString();
        assertWrongUse("add --trace", "test", source, "--only", "server=2");
        assertWrongUse("the keys are server,", "test", source, "--trace", file, "--only", "sever=2");
        assertWrongUse("there is no kind \"rolle\"", "test", source, "--trace", file, "--only", "kind=rolle");
    }

    @Test
    void whatIsToBeTestedMustBeThereInTheFormThatIsAskedFor() throws IOException {
        String path = directory.toString();
        Path source = Files.writeString(directory.resolve("KvServer.java"), "package lab; class KvServer {}");
        assertWrongUse("--commit \"main\" is not the name of a commit", "test", path, "--commit", "main");
        assertWrongUse(path + " is no git repository", "test", path, "--commit", "0123abc");
        assertWrongUse(path + " is none", "test", source.toString(), path);
        assertWrongUse("there is nothing at /no/such.java", "test", source.toString(), "/no/such.java");
        assertWrongUse("are both KvServer.java", "test", source.toString(), source.toString());
        assertWrongUse("--files-allowed [x: name files", "test", path, "--files-allowed", "[x");
        assertWrongUse("--api-allow zip: name a package", "test", path, "--api-allow", "zip");
        assertWrongUse("--api-forbid zip: name a package", "test", path, "--api-forbid", "zip");
    }

    @Test
    void noCommandAndUnknownOptionsShowTheUsage() {
        assertWrongUse("Usage: kvlab");
        assertWrongUse("Unknown option: '--sed'", "test", "--sed", "1");
        assertWrongUse("Missing required parameter: 'PATH'", "grade");
    }

    private void assertWrongUse(String message, String... args) {
        assertEquals(ExitCode.WRONG_USE, run(args));
        assertTrue(terminal.err().contains(message), terminal.err());
    }

    private int run(String... args) {
        return terminal.run(args);
    }
}
