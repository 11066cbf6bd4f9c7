package kvlab.grader.intake.files;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A digest of file contents: SHA-256 with CR LF normalised to LF. Git on Windows checks files out with CR LF, which
 * must not count as a student's change. Java and XML treat both alike.
 */
public final class ContentDigest {

    /**
     * Replaces the digest of a file that is too large to read; it never equals a digest of the kit, which has no such
     * file.
     */
    public static final String TOO_LARGE = "too large";

    private ContentDigest() {}

    public static String of(byte[] content) {
        MessageDigest digest;
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
        String unixLines = new String(content, StandardCharsets.ISO_8859_1).replace("\r\n", "\n");
        return HexFormat.of().formatHex(digest.digest(unixLines.getBytes(StandardCharsets.ISO_8859_1)));
    }
}
