package kvlab.record;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A recording as JSON, one object a line for each event. Its {@code what} holds the components of the event's record, as
 * {@link Json} writes them.
 */
public final class JsonLines {
    private final Recording recording;

    public JsonLines(Recording recording) {
        this.recording = recording;
    }

    /** The lines of the events that are selected. */
    public String text(Selection selection) {
        StringBuilder text = new StringBuilder();
        recording.events().stream()
                .filter(selection.in(recording))
                .forEach(event -> text.append(line(event)).append('\n'));
        return text.toString();
    }

    /** The object of an event, without an end of line. */
    public static String line(Event event) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("id", event.id());
        members.put("at", event.at());
        members.put("place", event.place());
        members.put("life", event.place().life());
        members.put("cause", event.cause() == Event.NO_CAUSE ? null : event.cause());
        members.put("kind", Kind.of(event.what()).word());
        members.put("what", event.what());
        return Json.of(members);
    }
}
