package kvlab.grader.intake.archive;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import kvlab.diagnostic.Diagnostic;
import kvlab.grader.intake.files.ArchiveShape;
import kvlab.grader.intake.files.Origin;
import kvlab.grader.intake.files.Shown;
import kvlab.grader.intake.files.TreeBuilder;
import kvlab.grader.intake.files.UnusableException;
import org.apache.commons.io.input.BoundedInputStream;

/** An uploaded archive, in memory: from its bytes to the files in it. Nothing is unpacked onto a disk. */
public final class ArchiveFile {

    private final byte[] content;
    private final FileKind kind;

    public ArchiveFile(byte[] content) {
        this.content = content;
        this.kind = FileKind.of(content);
    }

    private boolean isArchive() {
        return kind == FileKind.TAR || kind == FileKind.ZIP || kind == FileKind.GZIP;
    }

    public Origin origin() {
        return Origin.of(kind == FileKind.ZIP ? Origin.Form.ZIP : Origin.Form.TAR);
    }

    /** @throws UnusableException if this is no archive of the shape that is asked for */
    public void requireShape(ArchiveShape shape) throws UnusableException {
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
    public void readInto(TreeBuilder tree, long mostBytes) throws UnusableException {
        try {
            switch (kind) {
                case ZIP -> ZipEntries.read(content, tree);
                case GZIP -> TarEntries.read(unzipped(mostBytes), tree);
                default -> TarEntries.read(new ByteArrayInputStream(content), tree);
            }
        } catch (IOException | RuntimeException e) {
            throw asUnusable(e);
        }
    }

    /** Fails when more is read of it: commons-io calls at the end of what it lets through. */
    private InputStream unzipped(long mostBytes) throws IOException {
        return BoundedInputStream.builder()
                .setInputStream(new GZIPInputStream(new ByteArrayInputStream(content)))
                .setMaxCount(mostBytes + 1)
                .setOnMaxCount((max, count) -> {
                    throw UnusableException.unpacksToMoreThan(mostBytes);
                })
                .get();
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
}
