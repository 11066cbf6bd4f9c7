package kvlab.grader.intake.archive;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import kvlab.diagnostic.Diagnostic;
import kvlab.grader.intake.files.ArchiveShape;
import kvlab.grader.intake.files.DisplayText;
import kvlab.grader.intake.files.Origin;
import kvlab.grader.intake.files.TreeBuilder;
import kvlab.grader.intake.files.UnusableException;
import org.apache.commons.io.input.BoundedInputStream;

/** An uploaded archive, read in memory and never unpacked to disk. */
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

    /** @throws UnusableException if this is not an archive of the required shape */
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

    /** @throws UnusableException also if the archive is corrupt */
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

    /** Fails when more bytes are read: commons-io calls back at the limit. */
    private InputStream unzipped(long mostBytes) throws IOException {
        return BoundedInputStream.builder()
                .setInputStream(new GZIPInputStream(new ByteArrayInputStream(content)))
                .setMaxCount(mostBytes + 1)
                .setOnMaxCount((max, count) -> {
                    throw UnusableException.unpacksToMoreThan(mostBytes);
                })
                .get();
    }

    /** Archive readers throw many kinds of exceptions on corrupt input; all give the same message. */
    private static UnusableException asUnusable(Throwable e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof UnusableException unusable) {
                return unusable;
            }
        }
        String reason = e.getMessage() == null ? e.getClass().getSimpleName() : DisplayText.name(e.getMessage());
        return new UnusableException(Diagnostic.of("intake.archive-damaged").with("reason", reason));
    }
}
