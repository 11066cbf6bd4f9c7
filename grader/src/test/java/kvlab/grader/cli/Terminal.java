package kvlab.grader.cli;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** Where commands are typed: runs them in this process and keeps all that they print. */
final class Terminal {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    /** Returns the exit code. What this JVM prints goes elsewhere again afterwards. */
    int run(String... command) {
        PrintStream outBefore = System.out;
        PrintStream errBefore = System.err;
        System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(err, true, StandardCharsets.UTF_8));
        try {
            return KvlabCommand.run(command);
        } finally {
            System.setOut(outBefore);
            System.setErr(errBefore);
        }
    }

    /** Everything printed to standard output so far. */
    String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    /** Everything printed to standard error so far. */
    String err() {
        return err.toString(StandardCharsets.UTF_8);
    }
}
