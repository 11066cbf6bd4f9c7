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
 * The style sheet included in every page, and the script included in the staff's page of the class.
 *
 * @param css inserted between the tags unescaped
 * @param tableScript likewise
 */
public record StyleSheet(String css, String tableScript) {

    static StyleSheet load() {
        return new StyleSheet(resource("report.css"), resource("class-table.js"));
    }

    private static String resource(String name) {
        try (InputStream in = StyleSheet.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("a part of the kit cannot be read", e);
        }
    }

    /**
     * The content security policy of a page: it allows this style, this script and nothing else.
     *
     * @param script empty for a page without one
     */
    public String securityPolicy(String script) {
        return "default-src 'none'; style-src 'sha256-" + digest(css) + "'; "
                + (script.isEmpty() ? "" : "script-src 'sha256-" + digest(script) + "'; ")
                + "base-uri 'none'; form-action 'none'";
    }

    /** The CSS class of a verdict. */
    public static String mark(VerdictName verdict) {
        return switch (verdict) {
            case PASSED, FAILED, CRASHED, REFUSED -> verdict.inFiles();
            case TIMED_OUT -> "timed-out";
            case UNDECIDED, INFRASTRUCTURE_ERROR -> "open";
        };
    }

    private static String digest(String text) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            return Base64.getEncoder().encodeToString(sha256.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
