package kvlab.grader.execute.sandbox;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Lines of UTF-8 from a stream that may be hostile: one that is too long comes in pieces. */
final class BoundedLines implements AutoCloseable {

    private final InputStream in;
    private final int longest;

    /** @param longest line that does not come in pieces, in bytes */
    BoundedLines(InputStream in, int longest) {
        this.in = new BufferedInputStream(in);
        this.longest = longest;
    }

    /** The next line, or piece of one that is too long; empty at the end of the stream. */
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
        // A line without its end was cut off by the death of whoever wrote it.
        return Optional.empty();
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
