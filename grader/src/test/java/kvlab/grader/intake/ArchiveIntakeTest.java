package kvlab.grader.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import kvlab.diagnostic.Audience;
import kvlab.diagnostic.Diagnostic;
import kvlab.grader.intake.files.ArchiveShape;
import kvlab.grader.intake.files.IntakeLimits;
import kvlab.grader.intake.files.Origin;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each archive gets one clear line or its sources, and leaves nothing on the disk. */
class ArchiveIntakeTest {

    private static final String SERVER = Packed.SERVER;

    @TempDir
    private Path directory;

    @Test
    void takesSourcesOutOfTarZipAndGzippedTar() throws Exception {
        byte[] tar = Packed.tar()
                .file("lab/KvServer.java", SERVER)
                .file("lab/Clerk.java", "x")
                .done();
        byte[] zip = Packed.zip()
                .file("lab/KvServer.java", SERVER)
                .file("lab/Clerk.java", "x")
                .done();
        for (byte[] archive : List.of(tar, zip, Packed.gzip(tar))) {
            IntakeResult.Received received = received(archive);
            assertEquals(
                    List.of(new SourceFile("KvServer.java", SERVER), new SourceFile("Clerk.java", "x")),
                    received.submission().files());
        }
        assertEquals(Origin.Form.TAR, received(tar).origin().form());
        assertEquals(Origin.Form.ZIP, received(zip).origin().form());
    }

    @Test
    void aLoneArchiveInAnArchiveIsUnpackedToo() throws Exception {
        byte[] tar = Packed.tar().file("KvServer.java", SERVER).done();
        byte[] zip = Packed.zip()
                .file("me/handin.tar", tar, 0)
                .file("me/README.md", "mine")
                .done();
        IntakeResult.Received received = received(zip);
        assertEquals(
                List.of(new SourceFile("KvServer.java", SERVER)),
                received.submission().files());
        assertEquals(Origin.Form.ZIP, received.origin().form(), "what was handed in");
        assertTrue(received.notes().toString().contains("me/handin.tar was packed in the archive"));

        byte[] two = Packed.zip().file("a.tar", tar, 0).file("b.tar", tar, 0).done();
        assertTrue(refusal(new Intake(), two).contains("a.tar, b.tar"), refusal(new Intake(), two));
        byte[] three = Packed.zip().file("again.zip", zip, 0).done();
        assertTrue(refusal(new Intake(), three).contains("there is no KvServer.java"), refusal(new Intake(), three));
        byte[] damaged = Packed.zip().file("a.zip", Arrays.copyOf(zip, 100), 0).done();
        assertTrue(refusal(new Intake(), damaged).contains("damaged"), refusal(new Intake(), damaged));
    }

    @Test
    void pathsOfWindowsAndOfDotsAreTheSamePaths() throws Exception {
        assertEquals(
                "lab/KvServer.java",
                received(Packed.zip().file("lab\\KvServer.java", SERVER).done()).mainFile());
        assertEquals(
                "KvServer.java",
                received(Packed.tar().file("./KvServer.java", SERVER).done()).mainFile());
    }

    static Stream<Arguments> unusable() {
        return Stream.of(
                refused("holds a file whose path leads out of it, ../KvServer.java", "../KvServer.java"),
                refused("leads out of it, lab/../../KvServer.java", "lab/../../KvServer.java"),
                refused("leads out of it, ../KvServer.java", "..\\KvServer.java"),
                refused("an absolute path, /home/a/KvServer.java", "/home/a/KvServer.java"),
                refused("an absolute path, C:/a/KvServer.java", "C:\\a\\KvServer.java"),
                refused("control characters, evil\\u001b[2J.java", "evil\u001b[2J.java"),
                refused("control characters, a\\u202efdp.java", "a\u202efdp.java"),
                refused("nested 60 deep", "d/".repeat(59) + "x"),
                refused("whose path has 801 characters", "d".repeat(800) + "x"),
                refused("holds KvServer.java and kvserver.java, which on many disks are one", "kvserver.java"),
                refused("which on many disks are one", "\u00e9.txt", "e\u0301.txt"),
                refused("holds A.java twice", "A.java", "A.java"));
    }

    private static Arguments refused(String line, String... names) {
        return Arguments.of(line, List.of(names));
    }

    @ParameterizedTest
    @MethodSource("unusable")
    void namesThatMustNotBeAreRefusedInTarAndZip(String line, List<String> names) throws Exception {
        Packed.Tar tar = Packed.tar().file("KvServer.java", SERVER);
        Packed.Zip zip = Packed.zip().file("KvServer.java", SERVER);
        names.forEach(name -> tar.file(name, "x"));
        names.forEach(name -> zip.file(name, "x"));
        assertRefused(line, tar.done());
        assertRefused(line, zip.done());
        assertEquals(1, count(), "nothing is unpacked");
    }

    @ParameterizedTest
    @ValueSource(
            bytes = {
                TarConstants.LF_SYMLINK,
                TarConstants.LF_LINK,
                TarConstants.LF_CHR,
                TarConstants.LF_BLK,
                TarConstants.LF_FIFO
            })
    void whatIsNoPlainFileInATarIsLeftOutAndNamed(byte type) throws Exception {
        IntakeResult.Received received = received(Packed.tar()
                .special("Clerk.java", type)
                .file("KvServer.java", SERVER)
                .done());
        assertEquals(1, received.submission().files().size());
        assertTrue(
                received.notes().get(0).message().startsWith("Clerk.java is a"),
                received.notes().toString());
        assertRefused(
                "left out: KvServer.java (a",
                Packed.tar().special("KvServer.java", type).done());
    }

    @ParameterizedTest
    @ValueSource(ints = {0120777, 0020666, 0060666, 0010666})
    void whatIsNoPlainFileInAZipIsLeftOutAndNamed(int mode) throws Exception {
        IntakeResult.Received received = received(Packed.zip()
                .file("Clerk.java", Packed.bytes("/etc/passwd"), mode)
                .file("KvServer.java", SERVER)
                .done());
        assertEquals(1, received.submission().files().size());
        assertTrue(
                received.notes().get(0).message().startsWith("Clerk.java is a"),
                received.notes().toString());
    }

    @Test
    void bombsAreRefusedByTotalRatioAndEntries() throws Exception {
        byte[] zeros = new byte[8 << 20];
        assertRefused(
                "unpacks to more than 4 MiB",
                Packed.zip()
                        .file("KvServer.java", SERVER)
                        .file("zeros.txt", zeros, 0)
                        .done());
        assertRefused(
                "unpacks to more than 4 MiB",
                Packed.gzip(Packed.tar().file("zeros.txt", zeros).done()));
        IntakeLimits usual = IntakeLimits.DEFAULT;
        Intake small =
                new Intake().withLimits(new IntakeLimits(100, 1 << 20, 16 << 20, 5 << 20, usual.ratio(), usual.git()));
        Packed.Tar tar = Packed.tar();
        for (int file = 0; file < 6; file++) {
            tar.file("f" + file, new byte[1 << 20]);
        }
        assertRefused("unpacks to more than 5 MiB", small, tar.done());
        Packed.Tar many = Packed.tar();
        Packed.Zip manyZipped = Packed.zip();
        for (int file = 0; file <= 100; file++) {
            many.file("f" + file, "");
            manyZipped.file("f" + file, "");
        }
        assertRefused("holds more than 100 files", small, many.done());
        assertRefused("holds more than 100 files", small, manyZipped.done());
        assertRefused("and 16 MiB are allowed", small, new byte[17 << 20]);
    }

    @Test
    void aZipThatStatesTooSmallASizeIsNotBelieved() throws Exception {
        byte[] zip = Packed.zip().file("KvServer.java", new byte[3 << 20], 0).done();
        for (int i = 0; i + 46 < zip.length; i++) {
            if (zip[i] == 'P' && zip[i + 1] == 'K' && zip[i + 2] == 1 && zip[i + 3] == 2) {
                Arrays.fill(zip, i + 24, i + 28, (byte) 1);
                zip[i + 27] = 0;
                zip[i + 26] = 0;
            }
        }
        assertTrue(refusal(new Intake(), zip).contains("alice.tar"), refusal(new Intake(), zip));
    }

    @Test
    void truncatedArchivesAreDamaged() throws Exception {
        byte[] text = new byte[5000];
        new Random(1).nextBytes(text);
        byte[] tar = Packed.tar().file("KvServer.java", text).done();
        byte[] zip = Packed.zip().file("KvServer.java", text, 0).done();
        byte[] gzip = Packed.gzip(tar);
        assertRefused("is damaged or cut off", Arrays.copyOf(tar, 3000));
        assertRefused("is damaged or cut off", Arrays.copyOf(zip, 3000));
        assertRefused("is damaged or cut off", Arrays.copyOf(gzip, 3000));
    }

    @Test
    void aChangedByteIsNoticed() throws Exception {
        byte[] zip = Packed.zip().file("KvServer.java", SERVER.repeat(100)).done();
        zip["KvServer.java".length() + 40] ^= 1;
        assertRefused("is damaged or cut off", zip);
        byte[] tar =
                Packed.tar().file("KvServer.java", SERVER).file("x.java", "x").done();
        tar[1024] ^= 1;
        assertRefused("is damaged or cut off (a header's checksum is wrong)", tar);
    }

    @Test
    void anEncryptedZipIsSaidToBeEncrypted() throws Exception {
        byte[] zip = Packed.zip().file("KvServer.java", SERVER).done();
        for (int i = 0; i + 46 < zip.length; i++) {
            if (zip[i] == 'P' && zip[i + 1] == 'K' && (zip[i + 2] == 1 || zip[i + 2] == 3)) {
                zip[i + (zip[i + 2] == 1 ? 8 : 6)] |= 1;
            }
        }
        assertRefused("is encrypted: pack it again without a password", zip);
    }

    @Test
    void theWrongTypeUnderARightNameIsNamed() throws Exception {
        assertRefused("is a PDF, whatever its name says", Packed.bytes("%PDF-1.7 ..."));
        assertRefused("is a rar archive", Packed.bytes("Rar!\u001a\u0007 ..."));
        assertRefused("is a web page", Packed.bytes("<!DOCTYPE html><p>Sign in"));
        assertRefused("is not an archive", Packed.bytes(SERVER));
        assertRefused("is empty (0 bytes)", new byte[0]);
        assertRefused("nor any other file", Packed.tar().done());
        assertRefused("nor any other file", Packed.zip().done());
    }

    @Test
    void theFlatShapeIsAPlainTarWithFilesAtItsRoot() throws Exception {
        Intake strict = new Intake().withShape(ArchiveShape.FLAT_TAR);
        byte[] good = Packed.tar()
                .file("./KvServer.java", SERVER)
                .file("._KvServer.java", "Mac")
                .done();
        assertInstanceOf(IntakeResult.Received.class, read(strict, good));
        String how = "tar -cf handin.tar *.java";
        assertRefused("is gzipped, but a plain, uncompressed .tar is asked for", strict, Packed.gzip(good));
        assertRefused(
                "is a zip, but",
                strict,
                Packed.zip().file("KvServer.java", SERVER).done());
        assertRefused("is a 7z archive, but", strict, new byte[] {'7', 'z', (byte) 0xbc, (byte) 0xaf, 0x27, 0x1c});
        assertRefused("is not an archive, but", strict, Packed.bytes(SERVER));
        assertRefused(
                "holds the directory lab",
                strict,
                Packed.tar().file("lab/KvServer.java", SERVER).done());
        assertRefused(
                "holds the directory lab",
                strict,
                Packed.tar()
                        .file("KvServer.java", SERVER)
                        .special("lab/", TarConstants.LF_DIR)
                        .done());
        assertRefused(
                "holds a symbolic link, Clerk.java",
                strict,
                Packed.tar().special("Clerk.java", TarConstants.LF_SYMLINK).done());
        assertTrue(refusal(strict, Packed.gzip(good)).contains(how));
    }

    /** The archive library calls itself for each of them. */
    @ParameterizedTest
    @ValueSource(bytes = {'x', 'L', 'K'})
    void chainsOfExtendedHeadersAreRefused(byte type) throws IOException {
        assertRefused("more than 16 extended headers", Packed.chained(type, 12_000));
    }

    private IntakeResult read(Intake intake, byte[] content) throws IOException {
        return intake.read(Files.write(directory.resolve("alice.tar"), content));
    }

    private IntakeResult.Received received(byte[] content) throws IOException {
        IntakeResult result = read(new Intake(), content);
        return assertInstanceOf(IntakeResult.Received.class, result, result::toString);
    }

    private String refusal(Intake intake, byte[] content) throws IOException {
        IntakeResult result = read(intake, content);
        Diagnostic reason = assertInstanceOf(IntakeResult.Unusable.class, result, result::toString)
                .reason();
        assertFalse(reason.message(Audience.OWNER).contains(directory.toString()), "tells where the grader had it");
        assertTrue(reason.message(Audience.OWNER).contains("your hand-in"), reason::toString);
        return reason.message();
    }

    private void assertRefused(String line, byte[] content) throws IOException {
        assertRefused(line, new Intake(), content);
    }

    private void assertRefused(String line, Intake intake, byte[] content) throws IOException {
        String refusal = refusal(intake, content);
        assertTrue(refusal.contains(line), refusal);
        assertTrue(refusal.contains("alice.tar"), refusal);
        assertEquals(1, refusal.lines().count(), refusal);
    }

    private long count() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.count();
        }
    }
}
