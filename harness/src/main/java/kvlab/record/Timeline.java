package kvlab.record;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Locale;
import java.util.function.Predicate;

/** A recording as text: a line for each event, with its time, its place, its kind, and what happened. */
public final class Timeline {
    private final Recording recording;

    public Timeline(Recording recording) {
        this.recording = recording;
    }

    /** Formats virtual time: seconds with six decimal places, such as {@code 3.204117 s}. */
    public static String seconds(Duration time) {
        return String.format(Locale.ROOT, "%d.%06d s", time.getSeconds(), time.getNano() / 1_000);
    }

    /** The line of an event. */
    public static String line(Event event) {
        return line(event.at(), event.place(), Kind.of(event.what()).word(), event.what());
    }

    /** A line in the columns of this text. */
    public static String line(Duration at, Place place, String kind, Object what) {
        return String.format(Locale.ROOT, "%12s  %-9s  %-11s  %s", seconds(at), place, kind, what);
    }

    /** The lines of the events that are selected. */
    public String text(Selection selection) {
        return text(selection.in(recording));
    }

    /** The lines of some of the events. */
    public String text(Predicate<Event> shown) {
        StringBuilder text = new StringBuilder();
        recording.events().stream()
                .filter(shown)
                .forEach(event -> text.append(line(event)).append('\n'));
        if (recording.dropped() > 0) {
            text.append("... and ").append(recording.dropped()).append(" more events, which were not kept\n");
        }
        return text.toString();
    }

    /** The lines of all events. */
    public String text() {
        return text(Selection.all());
    }

    /** SHA-256 over all events, their ids and causes, as 64 hexadecimal digits. */
    public String hash() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (Event event : recording.events()) {
                String line =
                        event.id() + " " + event.cause() + " " + event.place().life() + " " + line(event) + "\n";
                digest.update(line.getBytes(StandardCharsets.UTF_8));
            }
            digest.update(String.valueOf(recording.dropped()).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("each Java platform has SHA-256", e);
        }
    }
}
