package kvlab.grader.intake.archive;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import kvlab.grader.intake.files.TreeBuilder;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;

/** The files in a tar. */
final class TarEntries {

    private TarEntries() {}

    static void read(InputStream bytes, TreeBuilder tree) throws IOException {
        try (TarArchiveInputStream tar = new ShallowTar(bytes)) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                tree.countEntry();
                tree.weigh(entry.getRealSize());
                if (!entry.isCheckSumOK()) {
                    throw new IOException("a header's checksum is wrong");
                }
                Optional<String> path = tree.place(entry.getName(), entry.isDirectory());
                Optional<String> special = special(entry);
                if (path.isPresent() && special.isPresent()) {
                    tree.leaveOut(path.get(), special.get());
                } else if (path.isPresent()) {
                    tree.add(path.get(), entry.getRealSize(), tar);
                }
            }
        }
    }

    /**
     * The kind of an entry that is not a regular file. {@code isFile} is true for links and devices, so this checks the
     * type.
     */
    private static Optional<String> special(TarArchiveEntry entry) {
        return switch (entry.getLinkFlag()) {
            case TarConstants.LF_NORMAL,
                    TarConstants.LF_OLDNORM,
                    TarConstants.LF_CONTIG,
                    TarConstants.LF_GNUTYPE_SPARSE -> Optional.empty();
            case TarConstants.LF_SYMLINK -> Optional.of("a symbolic link");
            case TarConstants.LF_LINK -> Optional.of("a hard link");
            case TarConstants.LF_CHR, TarConstants.LF_BLK -> Optional.of("a device");
            case TarConstants.LF_FIFO -> Optional.of("a named pipe");
            default -> Optional.of("an entry of an unknown type");
        };
    }

    /**
     * The reader calls itself for each header that only extends the next one: a long name, a pax header. A chain of them
     * would overflow the stack.
     */
    private static final class ShallowTar extends TarArchiveInputStream {

        /** A tar program writes three at most before an entry. */
        private static final int MAX_EXTENSIONS = 16;

        private int depth;

        ShallowTar(InputStream bytes) {
            super(bytes, StandardCharsets.UTF_8.name());
        }

        @Override
        public TarArchiveEntry getNextEntry() throws IOException {
            if (depth > MAX_EXTENSIONS) {
                throw new IOException("more than " + MAX_EXTENSIONS + " extended headers before one entry");
            }
            depth++;
            try {
                return super.getNextEntry();
            } finally {
                depth--;
            }
        }
    }
}
