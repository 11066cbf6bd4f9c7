package kvlab.sim;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/**
 * The log of a schedule. Equal schedules of equal submissions give equal traces, byte for byte, in every JVM. A caller
 * checks {@link #isOn()} before it builds a line, so that a run without a trace does not build texts.
 */
public final class Trace {
    /** A trace that is off. */
    public static final Trace OFF = new Trace(false, 0, false);

    /**
     * The maximum number of stored lines; further ones are only counted, so that a student's log cannot exhaust the
     * memory.
     */
    public static final int MAX_LINES = 500_000;

    private final boolean on;
    private final int maxLines;
    private final boolean hasFields;
    private final List<Line> lines = new ArrayList<>();
    private long dropped;

    private Trace(boolean on, int maxLines, boolean hasFields) {
        this.on = on;
        this.maxLines = maxLines;
        this.hasFields = hasFields;
    }

    /** A trace that begins empty. */
    public static Trace on() {
        return new Trace(true, MAX_LINES, false);
    }

    /** A trace that begins empty, and only counts the lines after so many. */
    public static Trace of(int maxLines) {
        return new Trace(true, maxLines, false);
    }

    /** A trace that begins empty, and has a line for what an event changes in the fields of a submission's object. */
    public static Trace withFields() {
        return new Trace(true, MAX_LINES, true);
    }

    /**
     * A line.
     *
     * @param at virtual time since the simulation began
     * @param where the actor: "server 2", "client 1", "network"
     * @param what the event
     */
    public record Line(Duration at, String where, String what) {
        @Override
        public String toString() {
            return String.format(Locale.ROOT, "%s  %-9s  %s", seconds(at), where, what);
        }
    }

    /** Formats virtual time: seconds with six decimal places, such as {@code 3.204117 s}. */
    public static String seconds(Duration time) {
        return String.format(Locale.ROOT, "%d.%06d s", time.getSeconds(), time.getNano() / 1_000);
    }

    /** Whether the fields of a submission's objects are to be read. */
    public boolean hasFields() {
        return hasFields;
    }

    public boolean isOn() {
        return on;
    }

    /** Adds a line, if the trace is on. */
    public void add(Duration at, String where, String what) {
        if (!on) {
            return;
        }
        if (lines.size() < maxLines) {
            lines.add(new Line(at, where, what));
        } else {
            dropped++;
        }
    }

    /** The lines so far, in order. */
    public List<Line> lines() {
        return Collections.unmodifiableList(lines);
    }

    /** Whether another trace has the same lines; of those that neither keeps, the same number. */
    public boolean isSameAs(Trace other) {
        return lines.equals(other.lines) && dropped == other.dropped;
    }

    /** The whole trace as text, a line each. */
    public String text() {
        StringBuilder text = new StringBuilder();
        for (Line line : lines) {
            text.append(line).append('\n');
        }
        if (dropped > 0) {
            text.append("... and ").append(dropped).append(" more lines, which were not kept\n");
        }
        return text.toString();
    }

    /** SHA-256 of {@link #text()} in UTF-8, as 64 hexadecimal digits. */
    public String hash() {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("each Java platform has SHA-256", e);
        }
    }
}
