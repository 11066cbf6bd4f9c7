package kvlab.grader.intake;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;

/** Archives as students, and others, make them. */
public final class Packed {

    public static final String SERVER = "package lab;\nclass KvServer {}\n";

    private Packed() {}

    public static Tar tar() {
        return new Tar();
    }

    public static Zip zip() {
        return new Zip();
    }

    public static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    public static byte[] gzip(byte[] content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** A tar with many extended headers in a row, of this type, before its only file. */
    public static byte[] chained(byte type, int headers) {
        byte[] header = Arrays.copyOf(
                tar().extension(type, type == 'x' ? "10 path=x\n" : "x").done(), 1024);
        byte[] rest = tar().file("KvServer.java", SERVER).done();
        ByteBuffer all = ByteBuffer.allocate(headers * header.length + rest.length);
        for (int i = 0; i < headers; i++) {
            all.put(header);
        }
        return all.put(rest).array();
    }

    /** A tar in the making; names are taken as they are. */
    public static final class Tar {

        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private final TarArchiveOutputStream out = new TarArchiveOutputStream(bytes, "UTF-8");

        private Tar() {
            out.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
            out.setAddPaxHeadersForNonAsciiNames(true);
        }

        public Tar file(String name, String text) {
            return file(name, Packed.bytes(text));
        }

        public Tar file(String name, byte[] content) {
            TarArchiveEntry entry = new TarArchiveEntry(name, true);
            entry.setSize(content.length);
            return put(entry, content);
        }

        public Tar special(String name, byte type) {
            TarArchiveEntry entry = new TarArchiveEntry(name, type, true);
            if (type == TarConstants.LF_SYMLINK || type == TarConstants.LF_LINK) {
                entry.setLinkName("/etc/passwd");
            }
            return put(entry, new byte[0]);
        }

        /** An extended header, which belongs to the next entry. */
        private Tar extension(byte type, String content) {
            TarArchiveEntry entry = new TarArchiveEntry("extension", type, true);
            entry.setSize(content.length());
            return put(entry, Packed.bytes(content));
        }

        private Tar put(TarArchiveEntry entry, byte[] content) {
            try {
                out.putArchiveEntry(entry);
                out.write(content);
                out.closeArchiveEntry();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return this;
        }

        public byte[] done() {
            try {
                out.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return bytes.toByteArray();
        }
    }

    /** A zip in the making. */
    public static final class Zip {

        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private final ZipArchiveOutputStream out = new ZipArchiveOutputStream(bytes);

        public Zip file(String name, String text) {
            return file(name, Packed.bytes(text), 0);
        }

        /** @param mode as Unix has it, the type of file included; 0 for none */
        public Zip file(String name, byte[] content, int mode) {
            ZipArchiveEntry entry = new ZipArchiveEntry(name);
            if (mode != 0) {
                entry.setUnixMode(mode);
            }
            try {
                out.putArchiveEntry(entry);
                out.write(content);
                out.closeArchiveEntry();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return this;
        }

        public byte[] done() {
            try {
                out.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return bytes.toByteArray();
        }
    }
}
