package kvlab.grader.intake.files;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Tells contents apart. SHA-256 over the bytes, in which each CR LF counts as LF: git on Windows writes CR LF into a
 * checkout by itself, and that must not look like a student's change. For Java and XML the two mean the same.
 */
public final class ContentDigest {

    /** Stands for the digest of a file too large to be read; the kit has none such, so it is never equal. */
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
