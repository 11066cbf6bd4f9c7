package kvlab.grader.execute.sandbox;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * The lines that a {@link ConfinedJvm} receives from its parent. The parent keeps standard input open while it lives;
 * at the end of the input this process exits immediately.
 */
public final class ParentLines {

    private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();

    private ParentLines() {}

    /** Starts to read standard input; must be called once. */
    public static ParentLines open() {
        ParentLines parent = new ParentLines();
        BufferedReader input = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        Thread reader = new Thread(() -> parent.read(input), "parent-lines");
        reader.setDaemon(true);
        reader.start();
        return parent;
    }

    /** Waits for the next line. */
    public String next() throws InterruptedException {
        return lines.take();
    }

    private void read(BufferedReader input) {
        try {
            for (String line = input.readLine(); line != null; line = input.readLine()) {
                lines.add(line);
            }
        } catch (IOException gone) {
            // Treated as the end of the stream.
        }
        Runtime.getRuntime().halt(1);
    }
}
