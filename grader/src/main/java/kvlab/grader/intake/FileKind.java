package kvlab.grader.intake;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** What a file is by its first bytes, whatever its name says. */
enum FileKind {
    EMPTY("empty"),
    TAR("a plain tar"),
    GZIP("gzipped"),
    ZIP("a zip"),
    SEVEN_ZIP("a 7z archive"),
    RAR("a rar archive"),
    BZIP2("compressed with bzip2"),
    XZ("compressed with xz"),
    ZSTD("compressed with zstd"),
    PDF("a PDF"),
    CLASS("a compiled class"),
    HTML("a web page"),
    OTHER("not an archive");

    private static final int TAR_HEADER = 512;
    private static final int TAR_MAGIC_AT = 257;
    private static final int TAR_SUM_AT = 148;
    private static final int TAR_SUM_LENGTH = 8;

    private record Start(FileKind kind, byte[] bytes) {
        static Start of(FileKind kind, String latin1) {
            return new Start(kind, latin1.getBytes(StandardCharsets.ISO_8859_1));
        }
    }

    private static final List<Start> STARTS = List.of(
            Start.of(ZIP, "PK\3\4"),
            Start.of(ZIP, "PK\5\6"),
            Start.of(GZIP, "\u001f\u008b"),
            Start.of(SEVEN_ZIP, "7z\u00bc\u00af\u0027\u001c"),
            Start.of(RAR, "Rar!\u001a\u0007"),
            Start.of(BZIP2, "BZh"),
            Start.of(XZ, "\u00fd7zXZ"),
            Start.of(ZSTD, "\u0028\u00b5\u002f\u00fd"),
            Start.of(PDF, "%PDF"),
            Start.of(CLASS, "\u00ca\u00fe\u00ba\u00be"),
            Start.of(HTML, "<!DOCTYPE"),
            Start.of(HTML, "<html"));

    private final String words;

    FileKind(String words) {
        this.words = words;
    }

    /** As the predicate of a sentence about a file. */
    String words() {
        return words;
    }

    static FileKind of(byte[] content) {
        if (content.length == 0) {
            return EMPTY;
        }
        if (isTar(content)) {
            return TAR;
        }
        return STARTS.stream()
                .filter(start -> startsWith(content, start.bytes))
                .findFirst()
                .map(Start::kind)
                .orElse(OTHER);
    }

    private static boolean startsWith(byte[] content, byte[] start) {
        return content.length >= start.length && Arrays.equals(content, 0, start.length, start, 0, start.length);
    }

    /** By its magic, or by the header's checksum, which is all that the oldest tars have. An empty one is all zeros. */
    private static boolean isTar(byte[] content) {
        if (content.length < TAR_HEADER) {
            return false;
        }
        byte[] header = Arrays.copyOf(content, TAR_HEADER);
        boolean magic = new String(header, TAR_MAGIC_AT, 5, StandardCharsets.ISO_8859_1).equals("ustar");
        long sum = 0;
        for (int i = 0; i < TAR_HEADER; i++) {
            boolean inSum = i >= TAR_SUM_AT && i < TAR_SUM_AT + TAR_SUM_LENGTH;
            sum += inSum ? ' ' : header[i] & 0xff;
        }
        String stated =
                new String(header, TAR_SUM_AT, TAR_SUM_LENGTH, StandardCharsets.ISO_8859_1).replaceAll("[ \0]", "");
        return magic
                || stated.equals(Long.toOctalString(sum))
                || stated.equals("0" + Long.toOctalString(sum))
                || Arrays.equals(header, new byte[TAR_HEADER]);
    }
}
