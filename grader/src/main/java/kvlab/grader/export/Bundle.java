package kvlab.grader.export;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
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

/**
 * Files to be packed, by path. Entries are sorted and have a constant time stamp, so the archive depends on the files
 * only.
 */
public final class Bundle {

    /** The time stamp of every file: it only matters that no file is newer than another. */
    private static final LocalDateTime TIME = LocalDateTime.of(2026, 1, 1, 0, 0);

    private static final int PROGRAM = 0100755;
    private static final int FILE = 0100644;

    private record Content(byte[] bytes, int mode) {}

    private final SortedMap<String, Content> contents = new TreeMap<>();

    /** Adds a file, executable if it is a program, and returns this. */
    public Bundle add(String path, byte[] bytes, boolean program) {
        contents.put(path, new Content(bytes, program ? PROGRAM : FILE));
        return this;
    }

    public Bundle file(String path, byte[] bytes) {
        return add(path, bytes, false);
    }

    public Bundle script(String path, String text) {
        return add(path, text.getBytes(StandardCharsets.UTF_8), true);
    }

    /** The contents of all files, by path. */
    public SortedMap<String, byte[]> contents() {
        SortedMap<String, byte[]> all = new TreeMap<>();
        contents.forEach((path, content) -> all.put(path, content.bytes()));
        return all;
    }

    /** The same files below a directory. */
    public Bundle below(String directory) {
        Bundle below = new Bundle();
        contents.forEach((path, content) -> below.contents.put(directory + "/" + path, content));
        return below;
    }

    /** Writes all files below a directory, which is made. Programs become executable where the file system knows that. */
    public void writeTo(Path directory) throws IOException {
        for (Map.Entry<String, Content> file : contents.entrySet()) {
            Path path = directory.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.write(path, file.getValue().bytes());
            if (file.getValue().mode() == PROGRAM) {
                path.toFile().setExecutable(true, false);
            }
        }
    }

    /** Writes all files as a zip that keeps modes. */
    public void zip(OutputStream archive) throws IOException {
        try (ZipArchiveOutputStream zip = new ZipArchiveOutputStream(archive)) {
            for (Map.Entry<String, Content> file : contents.entrySet()) {
                ZipArchiveEntry entry = new ZipArchiveEntry(file.getKey());
                // Zips hold local times: the same fields wherever this runs.
                entry.setTime(TIME.atZone(ZoneId.systemDefault()).toInstant().toEpochMilli());
                entry.setSize(file.getValue().bytes().length);
                entry.setUnixMode(file.getValue().mode());
                zip.putArchiveEntry(entry);
                zip.write(file.getValue().bytes());
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
