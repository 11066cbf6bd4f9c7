package kvlab.grader.intake.archive;

import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.ZipEntry;
import kvlab.diagnostic.Diagnostic;
import kvlab.grader.intake.files.TreeBuilder;
import kvlab.grader.intake.files.UnusableException;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;

/** The files in a zip, read by its central directory, which alone contains the file modes. */
final class ZipEntries {

    private static final int FILE_TYPE = 0170000;
    private static final int PLAIN = 0100000;
    private static final int DIRECTORY = 0040000;
    private static final int SYMBOLIC_LINK = 0120000;
    private static final int SMALLEST_ENTRY_BYTES = 46;

    private ZipEntries() {}

    static void read(byte[] content, TreeBuilder tree) throws IOException {
        countBeforeOpening(content, tree);
        try (ZipFile zip = ZipFile.builder()
                .setSeekableByteChannel(new SeekableInMemoryByteChannel(content))
                .setMaxNumberOfDisks(1)
                .get()) {
            for (ZipArchiveEntry entry : Collections.list(zip.getEntriesInPhysicalOrder())) {
                tree.weigh(entry.getSize());
                Optional<String> path = tree.place(entry.getName(), entry.isDirectory());
                if (path.isPresent()) {
                    add(path.get(), entry, zip, tree);
                }
            }
        }
    }

    /**
     * The reader allocates half a kilobyte for each 46-byte entry when it opens the file. So the entries are counted
     * first by their signatures, which gives an upper bound.
     */
    private static void countBeforeOpening(byte[] content, TreeBuilder tree) throws UnusableException {
        for (int i = 0; i + SMALLEST_ENTRY_BYTES <= content.length; i++) {
            if (content[i] == 'P' && content[i + 1] == 'K' && content[i + 2] == 1 && content[i + 3] == 2) {
                tree.countEntry();
            }
        }
    }

    private static void add(String path, ZipArchiveEntry entry, ZipFile zip, TreeBuilder tree) throws IOException {
        int type = entry.getUnixMode() & FILE_TYPE;
        if (type != 0 && type != PLAIN) {
            tree.leaveOut(
                    path, type == SYMBOLIC_LINK ? "a symbolic link" : type == DIRECTORY ? "a directory" : "a device");
            return;
        }
        if (entry.getGeneralPurposeBit().usesEncryption()) {
            throw new UnusableException(Diagnostic.of("intake.encrypted"));
        }
        if (entry.getMethod() != ZipEntry.STORED && entry.getMethod() != ZipEntry.DEFLATED) {
            throw UnusableException.holding(
                    Diagnostic.of("intake.unusual-compression").with("method", entry.getMethod()), path);
        }
        CRC32 sum = new CRC32();
        try (InputStream in = new CheckedInputStream(zip.getInputStream(entry), sum)) {
            boolean whole = tree.add(path, entry.getSize(), in);
            if (whole && sum.getValue() != entry.getCrc()) {
                throw new IOException("the checksum of " + path + " is wrong");
            }
        }
    }
}
