package kvlab.grader.intake.archive;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.apache.commons.compress.archivers.tar.TarUtils;

/** The kind of a file by its magic bytes, independent of its name. */
enum FileKind {
    EMPTY("empty"),
    TAR("a plain tar"),
    GZIP("gzipped", "\u001f\u008b"),
    ZIP("a zip", "PK\3\4", "PK\5\6"),
    SEVEN_ZIP("a 7z archive", "7z\u00bc\u00af\u0027\u001c"),
    RAR("a rar archive", "Rar!\u001a\u0007"),
    BZIP2("compressed with bzip2", "BZh"),
    XZ("compressed with xz", "\u00fd7zXZ"),
    ZSTD("compressed with zstd", "\u0028\u00b5\u002f\u00fd"),
    PDF("a PDF", "%PDF"),
    CLASS("a compiled class", "\u00ca\u00fe\u00ba\u00be"),
    HTML("a web page", "<!DOCTYPE", "<html"),
    OTHER("not an archive");

    private final String words;
    private final List<String> starts;

    /** @param starts the magic bytes, in Latin-1; none if there are none */
    FileKind(String words, String... starts) {
        this.words = words;
        this.starts = List.of(starts);
    }

    /** The kind as the predicate of a sentence. */
    String words() {
        return words;
    }

    static FileKind of(byte[] content) {
        byte[] header = Arrays.copyOf(content, TarConstants.DEFAULT_RCDSIZE);
        if (content.length >= header.length && isTar(header)) {
            return TAR;
        }
        String start = new String(header, StandardCharsets.ISO_8859_1);
        return Arrays.stream(values())
                .filter(kind -> kind.starts.stream().anyMatch(start::startsWith))
                .findFirst()
                .orElse(content.length == 0 ? EMPTY : OTHER);
    }

    /** Recognises a tar by its magic, or by the header checksum for the oldest format. An empty tar is all zeros. */
    private static boolean isTar(byte[] header) {
        String magic = new String(header, TarConstants.MAGIC_OFFSET, 5, StandardCharsets.ISO_8859_1);
        return magic.equals("ustar") || hasChecksum(header) || Arrays.equals(header, new byte[header.length]);
    }

    private static boolean hasChecksum(byte[] header) {
        try {
            return TarUtils.verifyCheckSum(header);
        } catch (IllegalArgumentException noNumber) {
            return false;
        }
    }
}
