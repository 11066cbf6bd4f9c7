package kvlab.grader.intake.files;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * The text of a file whose encoding is not known. UTF-8 if it is that; UTF-16 if it has a byte order mark or the zeros
 * of one; otherwise windows-1252, which is what editors on Windows write without asking.
 *
 * @param text without a byte order mark
 * @param encoding the encoding's usual name
 */
public record DecodedText(String text, String encoding) {

    private static final Charset WINDOWS = Charset.forName("windows-1252");
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    /** So many bytes at the start tell UTF-16 without a byte order mark. */
    private static final int PROBE = 64;

    public static DecodedText of(byte[] bytes) {
        if (isUtf16(bytes, 0xFF, 0xFE, 1)) {
            return of(bytes, StandardCharsets.UTF_16LE);
        }
        if (isUtf16(bytes, 0xFE, 0xFF, 0)) {
            return of(bytes, StandardCharsets.UTF_16BE);
        }
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return new DecodedText(withoutMark(text), StandardCharsets.UTF_8.name());
        } catch (CharacterCodingException notUtf8) {
            return of(bytes, WINDOWS);
        }
    }

    public boolean isUtf8() {
        return encoding.equals(StandardCharsets.UTF_8.name());
    }

    private static DecodedText of(byte[] bytes, Charset charset) {
        return new DecodedText(withoutMark(new String(bytes, charset)), charset.name());
    }

    /** @param zeros where the zeros of Latin letters are: at even or odd positions */
    private static boolean isUtf16(byte[] bytes, int first, int second, int zeros) {
        if (bytes.length < 2 || bytes.length % 2 != 0) {
            return false;
        }
        if ((bytes[0] & 0xFF) == first && (bytes[1] & 0xFF) == second) {
            return true;
        }
        int found = 0;
        int probe = Math.min(PROBE, bytes.length);
        for (int i = 0; i < probe; i++) {
            if (bytes[i] == 0) {
                if (i % 2 != zeros) {
                    return false;
                }
                found++;
            }
        }
        return found > probe / 4;
    }

    private static String withoutMark(String text) {
        return text.startsWith(BYTE_ORDER_MARK) ? text.substring(BYTE_ORDER_MARK.length()) : text;
    }
}
