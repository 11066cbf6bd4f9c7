package kvlab.grader.intake;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import kvlab.diagnostic.Diagnostic;

/** An uploaded archive, in memory: from its bytes to the files in it. Nothing is unpacked onto a disk. */
final class ArchiveFile {

    private final byte[] content;
    private final FileKind kind;

    ArchiveFile(byte[] content) {
        this.content = content;
        this.kind = FileKind.of(content);
    }

    boolean isArchive() {
        return kind == FileKind.TAR || kind == FileKind.ZIP || kind == FileKind.GZIP;
    }

    Origin origin() {
        return Origin.of(kind == FileKind.ZIP ? Origin.Form.ZIP : Origin.Form.TAR);
    }

    /** @throws UnusableException if this is no archive of the shape that is asked for */
    void requireShape(ArchiveShape shape) throws UnusableException {
        if (kind == FileKind.EMPTY) {
            throw new UnusableException(Diagnostic.of("intake.empty"));
        }
        if (shape == ArchiveShape.FLAT_TAR && kind != FileKind.TAR) {
            throw new UnusableException(Diagnostic.of("intake.no-plain-tar").with("kind", kind.words()));
        }
        if (!isArchive()) {
            throw new UnusableException(Diagnostic.of("intake.no-archive").with("kind", kind.words()));
        }
    }

    /** @throws UnusableException also for all that makes the archive unreadable */
    void readInto(TreeBuilder tree, long mostBytes) throws UnusableException {
        try {
            switch (kind) {
                case ZIP -> ZipEntries.read(content, tree);
                case GZIP -> TarEntries.read(new Bounded(unzipped(), mostBytes), tree);
                default -> TarEntries.read(new ByteArrayInputStream(content), tree);
            }
        } catch (IOException | RuntimeException e) {
            throw asUnusable(e);
        }
    }

    private InputStream unzipped() throws IOException {
        return new GZIPInputStream(new ByteArrayInputStream(content));
    }

    /** Readers of archives fail in many ways when bytes are missing or wrong, all of which mean the same to a student. */
    private static UnusableException asUnusable(Throwable e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof UnusableException unusable) {
                return unusable;
            }
        }
        String reason = e.getMessage() == null ? e.getClass().getSimpleName() : Shown.name(e.getMessage());
        return new UnusableException(Diagnostic.of("intake.archive-damaged").with("reason", reason));
    }

    /** Fails when an archive unpacks to more than a limit. */
    private static final class Bounded extends FilterInputStream {

        private final long most;
        private long read;

        Bounded(InputStream in, long most) {
            super(in);
            this.most = most;
        }

        @Override
        public int read() throws IOException {
            int value = in.read();
            counted(value < 0 ? 0 : 1);
            return value;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int count = in.read(into, offset, length);
            counted(Math.max(0, count));
            return count;
        }

        private void counted(int count) throws UnusableException {
            read += count;
            if (read > most) {
                throw UnusableException.unpacksToMoreThan(most);
            }
        }
    }
}
