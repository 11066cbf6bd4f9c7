package kvlab.grader.report.html;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import kvlab.grader.policy.score.VerdictName;

/**
 * The style sheet included in every page.
 *
 * @param css inserted between the tags unescaped
 */
public record StyleSheet(String css) {

    static StyleSheet load() {
        try (InputStream css = StyleSheet.class.getResourceAsStream("report.css")) {
            return new StyleSheet(new String(css.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("a part of the kit cannot be read", e);
        }
    }

    /** The content security policy of a page: it allows this style and nothing else. */
    public String securityPolicy() {
        return "default-src 'none'; style-src 'sha256-" + digest() + "'; base-uri 'none'; form-action 'none'";
    }

    /** The CSS class of a verdict. */
    public static String mark(VerdictName verdict) {
        return switch (verdict) {
            case PASSED, FAILED, CRASHED, REFUSED -> verdict.inFiles();
            case TIMED_OUT -> "timed-out";
            case UNDECIDED, INFRASTRUCTURE_ERROR -> "open";
        };
    }

    private String digest() {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            return Base64.getEncoder().encodeToString(sha256.digest(css.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
