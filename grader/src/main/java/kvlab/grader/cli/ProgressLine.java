package kvlab.grader.cli;

import java.io.PrintStream;
import java.util.OptionalInt;
import kvlab.grader.report.TextWidth;

/** A progress line on a terminal, overwritten until it is cleared. Prints nothing without a terminal. */
final class ProgressLine {

    private static final long REDRAW_NANOS = 100_000_000;
    private static final String CLEAR = "\r\u001B[K";

    private final PrintStream out;
    private final boolean terminal = isTerminal();
    private long drawnAt;
    private boolean drawn;

    ProgressLine(PrintStream out) {
        this.out = out;
    }

    /** Whether standard output is a terminal. */
    static boolean isTerminal() {
        return Boolean.getBoolean("kvlab.terminal");
    }

    /** The terminal's columns; empty if they are not known, or standard output is no terminal. */
    static OptionalInt columns() {
        int columns = Integer.getInteger("kvlab.columns", 0);
        return isTerminal() && columns > 0 ? OptionalInt.of(columns) : OptionalInt.empty();
    }

    synchronized void show(String text) {
        long now = System.nanoTime();
        if (terminal && (!drawn || now - drawnAt > REDRAW_NANOS)) {
            // A line that wraps could not be cleared.
            out.print(CLEAR
                    + columns().stream()
                            .mapToObj(columns -> TextWidth.cut(text, columns - 1))
                            .findFirst()
                            .orElse(text));
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
