package kvlab.grader.export;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TimeZone;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BundleTest {

    @TempDir
    private Path directory;

    @Test
    void theSameFilesGiveTheSameBytesInEveryTimeZone() throws IOException {
        TimeZone before = TimeZone.getDefault();
        try {
            TimeZone.setDefault(TimeZone.getTimeZone("America/New_York"));
            byte[] zip = zip("west.zip");
            byte[] tar = tar();
            TimeZone.setDefault(TimeZone.getTimeZone("Asia/Tokyo"));
            assertArrayEquals(zip, zip("east.zip"));
            assertArrayEquals(tar, tar());
        } finally {
            TimeZone.setDefault(before);
        }
    }

    @Test
    void scriptsCanBeStarted() throws IOException {
        zip("a.zip");
        try (ZipFile zip = ZipFile.builder().setPath(directory.resolve("a.zip")).get()) {
            assertEquals(0100755, zip.getEntry("run").getUnixMode());
            assertEquals(0100644, zip.getEntry("a/b").getUnixMode());
        }
    }

    private byte[] zip(String name) throws IOException {
        try (OutputStream zip = Files.newOutputStream(directory.resolve(name))) {
            bundle().zip(zip);
        }
        return Files.readAllBytes(directory.resolve(name));
    }

    private static byte[] tar() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bundle().tar(bytes);
        return bytes.toByteArray();
    }

    private static Bundle bundle() {
        return new Bundle().script("run", "#!/bin/sh\n").file("a/b", new byte[] {1, 2, 3});
    }
}
