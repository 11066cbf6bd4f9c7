package kvlab.grader.grade.result;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OwnerOnlyFilesTest {

    @TempDir
    private Path directory;

    @BeforeEach
    void requirePermissions() {
        assumeTrue(directory.getFileSystem().supportedFileAttributeViews().contains("posix"), "no POSIX permissions");
    }

    @Test
    void resultsAreReadableByTheirOwnerOnly() throws IOException {
        Path out = directory.resolve("grades/waiting");
        Path file = ResultDirectory.open(out).write(ResultFixture.passed("alice"));
        assertEquals("rw-------", permissions(file));
        assertEquals("rwx------", permissions(out));
        assertEquals("rwx------", permissions(out.getParent()));
    }

    @Test
    void aFileThatEverybodyCouldReadIsReplaced() throws IOException {
        Path file = Files.writeString(directory.resolve("page.html"), "old");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        OwnerOnlyFiles.write(file, new byte[] {'n', 'e', 'w'});
        assertEquals("rw-------", permissions(file));
        assertEquals("new", Files.readString(file));
    }

    @Test
    void whatALinkLeadsToIsNotWrittenOver() throws IOException {
        Path elsewhere = Files.writeString(directory.resolve("elsewhere"), "old");
        Path file = Files.createSymbolicLink(directory.resolve("page.html"), elsewhere);
        OwnerOnlyFiles.write(file, new byte[0]);
        assertEquals("old", Files.readString(elsewhere));
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
