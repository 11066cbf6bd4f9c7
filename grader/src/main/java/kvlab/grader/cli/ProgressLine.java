package kvlab.grader.cli;

import java.io.PrintStream;

/** A progress line on a terminal, overwritten until it is cleared. Prints nothing without a terminal. */
final class ProgressLine {

    private static final long REDRAW_NANOS = 100_000_000;
    private static final String CLEAR = "\r\u001B[K";

    private final PrintStream out;
    private final boolean terminal = Boolean.getBoolean("kvlab.terminal");
    private long drawnAt;
    private boolean drawn;

    ProgressLine(PrintStream out) {
        this.out = out;
    }

    synchronized void show(String text) {
        long now = System.nanoTime();
        if (terminal && (!drawn || now - drawnAt > REDRAW_NANOS)) {
            out.print(CLEAR + text);
            out.flush();
            drawn = true;
            drawnAt = now;
        }
    }

    synchronized void clear() {
        if (drawn) {
            out.print(CLEAR);
            out.flush();
            drawn = false;
        }
    }
}
