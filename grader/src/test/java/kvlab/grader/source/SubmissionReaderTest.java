package kvlab.grader.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SubmissionReaderTest {

    private static final String SERVER = "package lab;\nclass KvServer {} // %s\n";

    @TempDir
    private Path directory;

    private Path alice;

    @BeforeEach
    void makeSubmission() throws IOException {
        alice = Files.createDirectories(directory.resolve("alice"));
    }

    @Test
    void findsTheOnlyServerHoweverDeepItLies() throws Exception {
        write("some/where/lab/KvServer.java", "deep");
        assertChosen("deep");
    }

    @Test
    void aPathToTheFileItselfIsEnough() throws Exception {
        write("KvServer.java", "itself");
        Submission submission = new SubmissionReader().read(alice.resolve("KvServer.java"));
        assertTrue(submission.files().get(0).text().contains("itself"));
        assertEquals("alice", SubmissionReader.nameOf(alice.resolve("KvServer.java")));
    }

    @Test
    void ofSeveralServersTheOneWhereMavenKeepsItIsMeant() throws Exception {
        write("src/main/java/lab/KvServer.java", "meant");
        write("old/KvServer.java", "old");
        assertChosen("meant");
    }

    @Test
    void ofSeveralServersTheOnlyOneOfPackageLabOutsideTestsIsMeant() throws Exception {
        write("mine/KvServer.java", "meant");
        write("src/test/java/lab/KvServer.java", "test");
        Files.writeString(
                Files.createDirectories(alice.resolve("other")).resolve("KvServer.java"), "class KvServer {}");
        assertChosen("meant");
    }

    @Test
    void buildOutputsHiddenDirectoriesAndLinksDoNotCount() throws Exception {
        write("target/copy/KvServer.java", "built");
        write(".idea/KvServer.java", "hidden");
        Files.writeString(directory.resolve("stolen.java"), SERVER);
        Files.createSymbolicLink(alice.resolve("KvServer.java"), directory.resolve("stolen.java"));
        assertTrue(refusal().contains("there is no KvServer.java below"));
    }

    @Test
    void severalPossibleServersAreNamed() throws Exception {
        write("one/KvServer.java", "1");
        write("two/KvServer.java", "2");
        String refusal = refusal();
        assertTrue(refusal.contains(alice.resolve("one/KvServer.java").toString()), refusal);
        assertTrue(refusal.contains(alice.resolve("two/KvServer.java").toString()), refusal);
    }

    @Test
    void aMissingPathIsNamed() {
        Path missing = directory.resolve("nobody");
        String message = assertThrows(
                        UnusableSourceException.class, () -> new SubmissionReader().requireReadable(missing))
                .getMessage();
        assertTrue(message.contains(missing.toString()), message);
    }

    @Test
    void sourcesBesideTheServerBelongToIt() throws Exception {
        write("KvServer.java", "server");
        write("Helper.java", "helper");
        write("elsewhere/Stranger.java", "stranger");
        assertEquals(
                List.of("KvServer.java", "Helper.java"),
                new SubmissionReader()
                        .read(alice).files().stream().map(SourceFile::name).toList());
    }

    @Test
    void anOwnRaftIsMeantWhereThereIsNoServer() throws Exception {
        write("raft/StudentRaft.java", "raft");
        write("raft/Helper.java", "helper");
        assertEquals(
                List.of("StudentRaft.java", "Helper.java"),
                new SubmissionReader()
                        .read(alice).files().stream().map(SourceFile::name).toList());
        assertEquals(
                2,
                new SubmissionReader()
                        .read(alice.resolve("raft/StudentRaft.java"))
                        .files()
                        .size());

        write("server/KvServer.java", "server");
        assertChosen("server");
    }

    @Test
    void latin1AndByteOrderMarksAreUnderstood() throws Exception {
        assertEquals("é", textOf("é", StandardCharsets.ISO_8859_1));
        assertEquals("é", textOf("\uFEFFé", StandardCharsets.UTF_8));
    }

    @Test
    void anEnormousFileIsRefused() throws Exception {
        Files.write(alice.resolve("KvServer.java"), new byte[(1 << 20) + 1]);
        assertTrue(refusal().contains("larger than"));
    }

    private String textOf(String text, Charset charset) throws Exception {
        Files.write(alice.resolve("KvServer.java"), text.getBytes(charset));
        return new SubmissionReader().read(alice).files().get(0).text();
    }

    private void assertChosen(String mark) throws UnusableSourceException {
        String text = new SubmissionReader().read(alice).files().get(0).text();
        assertTrue(text.contains(mark), text);
    }

    private String refusal() {
        return assertThrows(UnusableSourceException.class, () -> new SubmissionReader().read(alice))
                .getMessage();
    }

    private void write(String path, String mark) throws IOException {
        Path file = alice.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, SERVER.replace("%s", mark));
    }
}
