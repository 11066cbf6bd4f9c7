package kvlab.grader.intake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** The export of a collecting system, still zipped as it was downloaded. Only the names in it are read. */
final class PackedExport {

    private static final int MAX_NAMES = 10_000;

    /** The list of names is read as a whole; sources of a class take far less. */
    private static final long MAX_BYTES = 64 << 20;

    private PackedExport() {}

    static boolean isAt(Path file) {
        if (!FolderEntries.name(file).toLowerCase(Locale.ROOT).endsWith(".zip")
                || !Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                || file.toFile().length() > MAX_BYTES) {
            return false;
        }
        List<String[]> paths;
        try (ZipFile zip = new ZipFile(file.toFile())) {
            paths = zip.stream()
                    .limit(MAX_NAMES)
                    .map(ZipEntry::getName)
                    .filter(name -> !name.startsWith("__MACOSX"))
                    .map(name -> name.split("/"))
                    .filter(parts -> parts.length > 0)
                    .toList();
        } catch (IOException | RuntimeException unusable) {
            return false;
        }
        // Some systems put all into one directory.
        return isExport(paths, 0) || isExport(paths, 1);
    }

    private static boolean isExport(List<String[]> paths, int depth) {
        List<String> names = paths.stream()
                .filter(parts -> parts.length > depth)
                .map(parts -> parts[depth])
                .distinct()
                .toList();
        long exported = names.stream().filter(PackedExport::isOfExport).count();
        return exported > 0 && 2 * exported > names.size();
    }

    private static boolean isOfExport(String name) {
        return name.equals(GradescopeRoster.FILE) || ExportName.of(name).collectedBy() != CollectedBy.HAND;
    }
}
