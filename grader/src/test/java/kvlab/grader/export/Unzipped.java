package kvlab.grader.export;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/** A zip unpacked as systems unpack it: what is a program in it can be started. */
public final class Unzipped {

    private Unzipped() {}

    /** Returns the directory. */
    public static Path into(Path directory, Path archive) throws IOException {
        try (ZipFile zip = ZipFile.builder().setPath(archive).get()) {
            for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
                Path file = directory.resolve(entry.getName());
                Files.createDirectories(file.getParent());
                try (InputStream content = zip.getInputStream(entry)) {
                    Files.copy(content, file);
                }
                if ((entry.getUnixMode() & 0100) != 0 && !file.toFile().setExecutable(true)) {
                    throw new IOException(file + " cannot be made a program");
                }
            }
        }
        return directory;
    }
}
