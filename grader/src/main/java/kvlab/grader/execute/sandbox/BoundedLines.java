package kvlab.grader.execute.sandbox;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Reads lines of UTF-8 from an untrusted stream; a line that is too long is split. */
final class BoundedLines implements AutoCloseable {

    private final InputStream in;
    private final int longest;

    /** @param longest the longest line that is not split, in bytes */
    BoundedLines(InputStream in, int longest) {
        this.in = new BufferedInputStream(in);
        this.longest = longest;
    }

    /** The next line, or part of a split line; empty at the end of the stream. */
    Optional<String> next() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int b = in.read(); b != -1; b = in.read()) {
            if (b != '\n') {
                line.write(b);
            }
            if (b == '\n' || line.size() == longest) {
                return Optional.of(line.toString(StandardCharsets.UTF_8));
            }
        }
        // An unterminated line was cut off by the death of its writer.
        return Optional.empty();
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
