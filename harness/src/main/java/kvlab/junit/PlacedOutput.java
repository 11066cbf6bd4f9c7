package kvlab.junit;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import kvlab.record.Timeline;
import kvlab.sim.Caller;
import kvlab.sim.Simulation;

/**
 * Standard output, or standard error, in whose lines a submission's prints say when and where they were made, in the
 * columns of a trace: {@code 3.204117 s  server 2   print        hello}. What is printed when a schedule runs once more is
 * left out. What others print is passed on unchanged.
 */
public final class PlacedOutput extends FilterOutputStream {
    private boolean beginning = true;

    private PlacedOutput(OutputStream out) {
        super(out);
    }

    /** A print stream of this kind. */
    public static PrintStream around(OutputStream out) {
        return new PrintStream(new PlacedOutput(out), true, StandardCharsets.UTF_8);
    }

    /** Makes both streams of this process such ones, and returns what undoes that. */
    static Runnable install() {
        PrintStream out = System.out;
        PrintStream err = System.err;
        System.setOut(around(out));
        System.setErr(around(err));
        return () -> {
            System.setOut(out);
            System.setErr(err);
        };
    }

    @Override
    public synchronized void write(int octet) throws IOException {
        write(new byte[] {(byte) octet}, 0, 1);
    }

    @Override
    public synchronized void write(byte[] octets, int offset, int length) throws IOException {
        if (Caller.simulation().filter(Simulation::isRepeated).isPresent()) {
            return;
        }
        int end = offset + length;
        int next = offset;
        while (next < end) {
            int line = next;
            while (next < end && octets[next++] != '\n') {
                // to the end of the line
            }
            if (beginning) {
                out.write(prefix());
            }
            out.write(octets, line, next - line);
            beginning = octets[next - 1] == '\n';
        }
    }

    private static byte[] prefix() {
        return Caller.simulation()
                .flatMap(simulation -> simulation
                        .place()
                        .filter(place -> place.runsSubmission())
                        .map(place -> Timeline.line(simulation.now(), place, "print", "")))
                .orElse("")
                .getBytes(StandardCharsets.UTF_8);
    }
}
