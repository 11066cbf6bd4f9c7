package kvlab.grader.export;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;

/** Files to be packed, by path. What is packed is sorted, and all of the same time, so that it depends on the files alone. */
public final class Bundle {

    /** Of every file: only whether one is newer than another can matter, and none is. */
    private static final LocalDateTime TIME = LocalDateTime.of(2026, 1, 1, 0, 0);

    private static final int PROGRAM = 0100755;
    private static final int FILE = 0100644;

    private record Content(byte[] bytes, boolean program) {

        int mode() {
            return program ? PROGRAM : FILE;
        }
    }

    private final SortedMap<String, Content> contents = new TreeMap<>();

    /** Adds a file and returns this. */
    public Bundle file(String path, byte[] bytes) {
        contents.put(path, new Content(bytes, false));
        return this;
    }

    /** Adds a file that can be started, and returns this. */
    public Bundle program(String path, byte[] bytes) {
        contents.put(path, new Content(bytes, true));
        return this;
    }

    /** Adds a script and returns this. */
    public Bundle script(String path, String text) {
        return program(path, text.getBytes(StandardCharsets.UTF_8));
    }

    /** Writes all files as a zip that keeps modes. */
    public void zip(Path archive) throws IOException {
        try (ZipArchiveOutputStream zip = new ZipArchiveOutputStream(archive)) {
            for (Map.Entry<String, Content> file : contents.entrySet()) {
                Content content = file.getValue();
                ZipArchiveEntry entry = new ZipArchiveEntry(file.getKey());
                // Zips hold local times: the same fields wherever this runs.
                entry.setTime(TIME.atZone(ZoneId.systemDefault()).toInstant().toEpochMilli());
                entry.setUnixMode(content.mode());
                zip.putArchiveEntry(entry);
                zip.write(content.bytes());
                zip.closeArchiveEntry();
            }
        }
    }

    /** Writes all files as a tar. */
    public void tar(OutputStream archive) throws IOException {
        try (TarArchiveOutputStream tar = new TarArchiveOutputStream(archive, StandardCharsets.UTF_8.name())) {
            tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
            for (Map.Entry<String, Content> file : contents.entrySet()) {
                Content content = file.getValue();
                TarArchiveEntry entry = new TarArchiveEntry(file.getKey());
                entry.setSize(content.bytes().length);
                entry.setMode(content.mode());
                entry.setModTime(Date.from(TIME.toInstant(ZoneOffset.UTC)));
                entry.setIds(0, 0);
                entry.setNames("", "");
                tar.putArchiveEntry(entry);
                tar.write(content.bytes());
                tar.closeArchiveEntry();
            }
        }
    }
}
