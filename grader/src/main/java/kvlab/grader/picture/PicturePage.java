package kvlab.grader.picture;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.zip.DeflaterOutputStream;

/** The page of a failed schedule: a single HTML file that loads nothing. Thread-safe. */
public final class PicturePage {
    /** What every page begins with. */
    public static final String BEGINNING = "<!DOCTYPE html>";

    private final String html = PageScript.resource("/kvlab/grader/picture/picture.html");
    private final String style = PageScript.resource("/kvlab/grader/picture/picture.css");
    private final String script = PageScript.load();

    /** The HTML of a schedule's page. */
    public String of(FailedSchedule schedule) {
        return html.replace("@policy@", policy())
                .replace("@style@", style)
                .replace("@script@", script)
                .replace("@data@", packed(new PictureData(schedule).json()));
    }

    /** Allows this script and this style, and nothing from elsewhere. */
    private String policy() {
        return "default-src 'none'; script-src 'sha256-" + sha256(script) + "'; style-src 'sha256-" + sha256(style)
                + "'; base-uri 'none'; form-action 'none'";
    }

    /** Zlib's format in base 64, which has no character that could end an element. */
    private static String packed(String json) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (DeflaterOutputStream out = new DeflaterOutputStream(packed)) {
            out.write(json.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("memory does not fail", e);
        }
        return Base64.getEncoder().encodeToString(packed.toByteArray());
    }

    private static String sha256(String text) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            return Base64.getEncoder().encodeToString(sha256.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
