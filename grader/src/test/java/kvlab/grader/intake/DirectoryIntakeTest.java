package kvlab.grader.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import kvlab.grader.intake.files.ContentDigest;
import kvlab.grader.intake.files.Origin;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DirectoryIntakeTest {

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
        assertEquals("some/where/lab/KvServer.java", received().mainFile());
    }

    @Test
    void aFileAloneIsEnough() throws Exception {
        write("KvServer.java", "itself");
        IntakeResult.Received received =
                assertInstanceOf(IntakeResult.Received.class, new Intake().read(alice.resolve("KvServer.java")));
        assertTrue(received.submission().files().get(0).text().contains("itself"));
        assertEquals(
                "alice", Upload.at(alice.resolve("KvServer.java")).student().fileName());
        assertEquals(Origin.Form.SOURCE_FILES, received.origin().form());
    }

    @Test
    void ofSeveralServersTheOneWhereTheKitKeepsItIsMeant() throws Exception {
        write("skeleton/src/main/java/lab/KvServer.java", "in a copy of the kit");
        write("old/KvServer.java", "old");
        assertChosen("in a copy of the kit");
        write("src/main/java/lab/KvServer.java", "in a copy of the skeleton");
        assertChosen("in a copy of the skeleton");
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
    void helperClassesInSubpackagesAreNotCompiledAndSaidSo() throws Exception {
        write("lab/KvServer.java", "mine");
        Files.createDirectories(alice.resolve("lab/util"));
        Files.writeString(alice.resolve("lab/util/Helper.java"), "package lab.util;\nclass Helper {}");
        Files.writeString(alice.resolve("lab/util/Notes.java"), "package notes;\nclass Notes {}");
        assertEquals(1, received().submission().files().size());
        String notes = received().notes().toString();
        assertTrue(notes.contains("only files in the folder of lab/KvServer.java are: lab/util/Helper.java."), notes);
    }

    @Test
    void whatEditorsAndBuildsLeaveBehindIsNeitherReadNorListed() throws Exception {
        write("KvServer.java", "mine");
        write("target/copy/KvServer.java", "built");
        write(".history/KvServer.java", "hidden");
        write("__MACOSX/._KvServer.java", "resource fork");
        write("lab.iml", "module");
        write("KvServer.class", "class");
        write("Icon\r", "icon");
        assertEquals(
                List.of("KvServer.java"),
                List.copyOf(received().tree().digests().keySet()));
    }

    @Test
    void linksAreNotFollowedAndSaidSo() throws Exception {
        Files.writeString(directory.resolve("stolen.java"), SERVER);
        Files.createSymbolicLink(alice.resolve("KvServer.java"), directory.resolve("stolen.java"));
        Files.createSymbolicLink(alice.resolve("all"), directory);
        String line = refusal();
        assertTrue(line.contains("there is no KvServer.java below"), line);
        assertTrue(line.contains("left out: all (a symbolic link), KvServer.java (a symbolic link)"), line);
    }

    @Test
    void aNamedPipeIsNotOpened() throws Exception {
        int made = new ProcessBuilder("mkfifo", alice.resolve("KvServer.java").toString())
                .start()
                .waitFor();
        assertEquals(0, made);
        assertTrue(refusal().contains("left out: KvServer.java (a pipe, a socket or a device)"));
    }

    @Test
    void severalPossibleServersAreNamed() throws Exception {
        write("one/KvServer.java", "1");
        write("two/KvServer.java", "2");
        String line = refusal();
        assertTrue(line.contains("one/KvServer.java, two/KvServer.java"), line);
    }

    @Test
    void aServerOfAnotherSpellingIsNamed() throws Exception {
        write("lab/kv_server.java", "spelled");
        assertTrue(refusal().contains("there is lab/kv_server.java; rename it"), refusal());
    }

    @Test
    void nothingAtAllIsSaidSo() {
        assertTrue(refusal().contains("nor any other file"), refusal());
        assertTrue(((IntakeResult.Unusable) new Intake().read(directory.resolve("nobody")))
                .reason()
                .message()
                .startsWith("there is nothing at " + directory.resolve("nobody")));
    }

    @Test
    void sourcesBesideTheServerBelongToIt() throws Exception {
        write("KvServer.java", "server");
        write("Helper.java", "helper");
        write("elsewhere/Stranger.java", "stranger");
        assertEquals(List.of("KvServer.java", "Helper.java"), names());
    }

    @Test
    void anOwnRaftIsMeantWhereThereIsNoServer() throws Exception {
        write("raft/StudentRaft.java", "raft");
        write("raft/Helper.java", "helper");
        assertEquals(List.of("StudentRaft.java", "Helper.java"), names());
        write("server/KvServer.java", "server");
        assertChosen("server");
    }

    @Test
    void latin1AndByteOrderMarksAreUnderstood() throws Exception {
        assertEquals("é", textOf("é", StandardCharsets.ISO_8859_1));
        assertEquals("é", textOf("\uFEFFé", StandardCharsets.UTF_8));
        assertEquals("a\r\nb", textOf("a\r\nb", StandardCharsets.UTF_8));
    }

    @Test
    void sourcesInOtherEncodingsAreDecodedAndTheEncodingIsNoted() throws Exception {
        assertEquals("“é€”", textOf("“é€”", Charset.forName("windows-1252")));
        assertEquals(
                "KvServer.java is written in windows-1252, not in UTF-8, and was read as that",
                received().notes().get(0).message());
        for (Charset utf16 : List.of(StandardCharsets.UTF_16, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
            assertEquals(SERVER, textOf(SERVER, utf16));
            assertTrue(received().notes().get(0).message().contains("is written in UTF-16"), utf16::name);
        }
        assertEquals(SERVER, textOf("\uFEFF" + SERVER, StandardCharsets.UTF_16LE));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "KvServer (1).java",
                "KvServer(2).java",
                "KvServer copy.java",
                "KvServer copy 2.java",
                "kvserver.java",
                "KvServer - Copy.java",
                "KvServer - Copy (3).java",
                "KVSERVER.java",
                "KvServer+(1).java"
            })
    void aCopysNameIsTakenWhereThereIsNoDoubt(String name) throws Exception {
        write(name, "mine");
        assertChosen("mine");
        assertEquals(List.of("KvServer.java"), names());
        assertEquals(
                name + " was taken for KvServer.java", received().notes().get(0).message());
    }

    @Test
    void twoCopiesAreNotChosenFrom() throws Exception {
        write("KvServer (1).java", "one");
        write("KvServer (2).java", "two");
        assertTrue(refusal().contains("there is KvServer (1).java, KvServer (2).java; rename it"), refusal());
        write("KvServer (2).java", "one");
        assertChosen("one");
    }

    @Test
    void aCopyBesideTheFileIsLeftOutAndForReviewIfItDiffers() throws Exception {
        write("KvServer.java", "mine");
        write("Clerk.java", "mine too");
        write("KvServer (1).java", "mine");
        assertEquals(List.of("KvServer.java", "Clerk.java"), names());
        assertEquals(List.of(), received().notes());
        write("KvServer (1).java", "other");
        assertChosen("mine");
        assertEquals(List.of("KvServer.java", "Clerk.java"), names());
        assertEquals("review.variant", received().notes().get(0).code());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"MyKvServer.java", "KvServerOld.java", "KvServer.java.bak", "Server (1).java", "KvServer2.java"})
    void otherNamesAreNotTakenForTheServers(String name) throws Exception {
        write(name, "mine");
        assertTrue(refusal().contains("there is no KvServer.java"), refusal());
    }

    @Test
    void anotherPackageIsNotedSinceADownloaderMayHaveWrittenIt() throws Exception {
        textOf("// package lab;\npackage submission_77;\nclass KvServer {}", StandardCharsets.UTF_8);
        assertTrue(
                received().notes().get(0).message().startsWith("KvServer.java says \"package submission_77;\""),
                () -> "" + received().notes());
        write("KvServer.java", SERVER);
        assertEquals(List.of(), received().notes());
    }

    @Test
    void anEnormousSourceIsRefusedAndAnyOtherFileDoesNotMatter() throws Exception {
        Files.write(alice.resolve("KvServer.java"), new byte[(1 << 20) + 1]);
        assertTrue(refusal().contains("larger than"));
        write("KvServer.java", "small");
        Files.write(alice.resolve("trace.txt"), new byte[3 << 20]);
        assertChosen("small");
        assertEquals(ContentDigest.TOO_LARGE, received().tree().digests().get("trace.txt"));
    }

    @Test
    void aMillionEmptyLinesDoNotKeepItBusy() throws Exception {
        for (String place : List.of("one", "two")) {
            Files.writeString(
                    Files.createDirectories(alice.resolve(place)).resolve("KvServer.java"), "\n".repeat(1 << 20));
        }
        assertTrue(refusal().contains("there are 2 files"));
    }

    @Test
    void aDirectoryWithNothingButOneArchiveIsThatArchive() throws Exception {
        Files.write(
                alice.resolve("handin.tar"),
                Packed.tar().file("KvServer.java", SERVER).done());
        assertEquals(Origin.Form.TAR, received().origin().form());
        Files.write(
                alice.resolve("again.tar"),
                Packed.tar().file("KvServer.java", SERVER).done());
        assertTrue(refusal().contains("several archives (again.tar, handin.tar)"), refusal());
    }

    private String textOf(String text, Charset charset) throws Exception {
        Files.write(alice.resolve("KvServer.java"), text.getBytes(charset));
        return received().submission().files().get(0).text();
    }

    private void assertChosen(String mark) {
        String text = received().submission().files().get(0).text();
        assertTrue(text.contains(mark), text);
    }

    private List<String> names() {
        return received().submission().files().stream().map(SourceFile::name).toList();
    }

    private IntakeResult.Received received() {
        return assertInstanceOf(IntakeResult.Received.class, new Intake().read(alice));
    }

    @Test
    void emptyDirectoriesNestedTooDeepAreRefused() throws IOException {
        write("KvServer.java", "mine");
        Files.createDirectories(alice.resolve("d/".repeat(60)));
        assertTrue(refusal().contains("holds directories nested 51 deep"), refusal());
    }

    private String refusal() {
        return assertInstanceOf(IntakeResult.Unusable.class, new Intake().read(alice))
                .reason()
                .message();
    }

    private void write(String path, String mark) throws IOException {
        Path file = alice.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, SERVER.replace("%s", mark));
    }
}
