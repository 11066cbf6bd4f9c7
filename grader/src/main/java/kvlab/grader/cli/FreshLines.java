package kvlab.grader.cli;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * The standard output shared by kit and submission: each print of the kit starts on a new line, even after partial
 * lines of the submission.
 */
final class FreshLines extends FilterOutputStream {

    private boolean fresh = true;

    FreshLines(OutputStream out) {
        super(out);
    }

    @Override
    public void write(int octet) throws IOException {
        out.write(octet);
        fresh = octet == '\n';
    }

    @Override
    public void write(byte[] octets, int offset, int length) throws IOException {
        out.write(octets, offset, length);
        fresh = length == 0 ? fresh : octets[offset + length - 1] == '\n';
    }

    /** A stream on which each print starts on a new line. */
    PrintStream ownLines() {
        return new PrintStream(this, true, StandardCharsets.UTF_8) {
            @Override
            public void println(String line) {
                if (!fresh) {
                    super.println();
                }
                super.println(line);
            }
        };
    }
}
