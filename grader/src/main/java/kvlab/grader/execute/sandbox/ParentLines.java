package kvlab.grader.execute.sandbox;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * In a {@link ConfinedJvm}: what it is told. The parent keeps standard input open for as long as it lives, however it
 * ends; this process goes with it, whatever it is busy with.
 */
public final class ParentLines {

    private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();

    private ParentLines() {}

    /** To be called once: standard input is read from here on. */
    public static ParentLines open() {
        ParentLines parent = new ParentLines();
        BufferedReader input = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        Thread reader = new Thread(() -> parent.read(input), "parent-lines");
        reader.setDaemon(true);
        reader.start();
        return parent;
    }

    /** The next line, as soon as there is one. */
    public String next() throws InterruptedException {
        return lines.take();
    }

    private void read(BufferedReader input) {
        try {
            for (String line = input.readLine(); line != null; line = input.readLine()) {
                lines.add(line);
            }
        } catch (IOException gone) {
            // As good as the end of the stream.
        }
        Runtime.getRuntime().halt(1);
    }
}
