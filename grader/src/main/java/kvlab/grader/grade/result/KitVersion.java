package kvlab.grader.grade.result;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The kit's version, as the root {@code pom.xml} has it: the build writes it into a resource. */
public final class KitVersion {
    private static final String RESOURCE = "/META-INF/kvlab/version.txt";

    private KitVersion() {}

    /** For example {@code 1.0.0}. */
    public static String get() {
        try (InputStream in = KitVersion.class.getResourceAsStream(RESOURCE)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
