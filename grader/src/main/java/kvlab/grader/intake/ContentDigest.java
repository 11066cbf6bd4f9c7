package kvlab.grader.intake;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Tells contents apart. SHA-256 over the bytes, in which each CR LF counts as LF: git on Windows writes CR LF into a
 * checkout by itself, and that must not look like a student's change. For Java and XML the two mean the same.
 */
final class ContentDigest {

    /** Stands for the digest of a file too large to be read; the kit has none such, so it is never equal. */
    static final String TOO_LARGE = "too large";

    private ContentDigest() {}

    static String of(byte[] content) {
        MessageDigest digest;
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
        int from = 0;
        for (int i = 0; i + 1 < content.length; i++) {
            if (content[i] == '\r' && content[i + 1] == '\n') {
                digest.update(content, from, i - from);
                from = i + 1;
            }
        }
        digest.update(content, from, content.length - from);
        return HexFormat.of().formatHex(digest.digest());
    }
}
