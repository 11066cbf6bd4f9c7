package kvlab.grader.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import kvlab.grader.corpus.Corpus;
import kvlab.grader.corpus.CorpusEntry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code kvlab corpus --extract}, on this kit's own corpus. */
class CorpusExtractTest {
    private static final Path KIT = Path.of("..").toAbsolutePath().normalize();

    @TempDir
    private Path directory;

    private final Terminal terminal = new Terminal();
    private final String homeBefore = System.getProperty("kvlab.home");

    @BeforeEach
    void thisKit() {
        System.setProperty("kvlab.home", KIT.toString());
    }

    @AfterEach
    void giveBack() {
        System.setProperty("kvlab.home", homeBefore);
    }

    @Test
    void writesTheWholeSubmissionOfADiff() throws IOException {
        Path to = directory.resolve("new/one");
        assertEquals(ExitCode.OK, extract("put-appends", to));
        assertEquals(List.of("Clerk.java", "KvServer.java"), names(to));
        CorpusEntry entry = new Corpus(KIT).entry("wrong", "put-appends");
        for (String name : names(to)) {
            assertEquals(entry.source(name).orElseThrow(), Files.readString(to.resolve(name)));
        }
        String server = Files.readString(to.resolve("KvServer.java"));
        assertTrue(server.startsWith("package lab;") && server.endsWith("}\n"), server);
    }

    @Test
    void leavesOutTheHeaderOfWholeFiles() throws IOException {
        assertEquals(ExitCode.OK, extract("stays-when-not-leader", directory));
        assertTrue(Files.readString(directory.resolve("Clerk.java")).startsWith("package lab;"));
    }

    @Test
    void whatIsWrittenRunsAsTheEntryDoes() {
        assertEquals(ExitCode.OK, extract("returns-null", directory));
        assertEquals(ExitCode.TEST_FAILED, run("test", directory.toString(), "--test", "1", "--schedules", "1"));
    }

    @Test
    void saysWhichFilesTheTestsNeedAndHowToRunThem() {
        extract("one-client-id-for-all", directory);
        assertEquals(
                directory.resolve("Clerk.java") + "\n" + directory.resolve("KvServer.java")
                        + "  (a correct one, for the tests: delete it before students get the rest)\n./kvlab test "
                        + directory + " --suite extended\n",
                terminal.out());
    }

    @Test
    void aRaftNeedsNothingElse() throws IOException {
        assertEquals(ExitCode.OK, extract("votes-twice", directory));
        assertEquals(List.of("StudentRaft.java"), names(directory));
    }

    @Test
    void anIdWillDoIfItNamesOneSubmission() throws IOException {
        assertEquals(ExitCode.OK, extract("R06", directory));
        assertEquals(List.of("StudentRaft.java"), names(directory));
        assertWrongUse("S09 names several submissions: extract one of answers-another-command, ", "S09", "other");
    }

    @Test
    void aDirectoryThatIsNotEmptyIsLeftAlone() throws IOException {
        Files.writeString(directory.resolve("KvServer.java"), "mine");
        assertWrongUse(directory + " is not empty: name a new or empty directory", "throws", directory.toString());
        assertEquals("mine", Files.readString(directory.resolve("KvServer.java")));
        Path file = directory.resolve("KvServer.java");
        assertWrongUse(file + " is a file: name a new or empty directory", "throws", file.toString());
    }

    @Test
    void aNameThatIsNearlyRightIsAnsweredWithTheRightOne() {
        assertWrongUse("there is no put-append in the corpus: did you mean put-appends?", "put-append", "x");
        assertWrongUse(
                "there is no S99 in the corpus: its names are those of the files and directories in", "S99", "x");
        assertFalse(Files.exists(Path.of("x")));
    }

    @Test
    void runsNothingBeside() {
        assertEquals(ExitCode.WRONG_USE, run("corpus", "--full", "--extract", "throws", directory.toString()));
        assertTrue(terminal.err().contains("--extract takes one name and one directory"), terminal.err());
        String there = directory.toString();
        assertEquals(ExitCode.WRONG_USE, run("corpus", "--extract", "throws", there, "--extract", "throws", there));
        assertEquals(ExitCode.WRONG_USE, run("corpus", "--extract", "throws", there, "put-appends"));
    }

    private void assertWrongUse(String message, String name, String to) {
        assertEquals(ExitCode.WRONG_USE, run("corpus", "--extract", name, to));
        assertTrue(terminal.err().contains(message), terminal.err());
    }

    private int extract(String name, Path to) {
        return run("corpus", "--extract", name, to.toString());
    }

    private int run(String... command) {
        return terminal.run(command);
    }

    private static List<String> names(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
