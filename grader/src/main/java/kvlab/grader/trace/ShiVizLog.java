package kvlab.grader.trace;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import kvlab.record.CodeEvent;
import kvlab.record.Event;
import kvlab.record.NetworkEvent;
import kvlab.record.Place;
import kvlab.record.Recording;

/**
 * Events with vector clocks: a line {@code server-0 {"server-0": 3, "client-1": 2}}, then a line with the event. The clocks
 * follow from the causes of events, so that what is drawn is what really led to what.
 */
final class ShiVizLog {
    private static final String EXPRESSION = "(?<host>\\S+) (?<clock>\\{.*\\})\\n(?<event>.*)";

    private final Recording recording;
    private final Map<Long, Map<String, Long>> clocks = new TreeMap<>();
    private final Map<Long, Map<String, Long>> sent = new TreeMap<>();
    private final Map<String, Map<String, Long>> latest = new TreeMap<>();

    ShiVizLog(Recording recording) {
        this.recording = recording;
    }

    String text() {
        StringBuilder text = new StringBuilder(EXPRESSION).append("\n\n");
        for (Event event : recording.events()) {
            Map<String, Long> clock = new TreeMap<>();
            merge(clock, clocks.get(event.cause()));
            if (event.what() instanceof NetworkEvent.Delivered delivered) {
                merge(clock, sent.get(delivered.message()));
            }
            if (isShown(event)) {
                String host = host(event.place());
                merge(clock, latest.get(host));
                clock.merge(host, 1L, Long::sum);
                latest.put(host, clock);
                text.append(host)
                        .append(' ')
                        .append(json(clock))
                        .append('\n')
                        .append(event.what())
                        .append('\n');
            }
            clocks.put(event.id(), clock);
            if (event.what() instanceof NetworkEvent.Sent message) {
                sent.put(message.message(), clock);
            }
        }
        return text.toString();
    }

    /** What the network does lies between two hosts, and counts for none. */
    private static boolean isShown(Event event) {
        return event.place().runsSubmission()
                && !event.what().isDetail()
                && !(event.what() instanceof CodeEvent.Fields);
    }

    private static void merge(Map<String, Long> clock, Map<String, Long> other) {
        if (other != null) {
            other.forEach((host, count) -> clock.merge(host, count, Math::max));
        }
    }

    private static String host(Place place) {
        return place.name().replace(' ', '-');
    }

    private static String json(Map<String, Long> clock) {
        return clock.entrySet().stream()
                .map(each -> "\"" + each.getKey() + "\": " + each.getValue())
                .collect(Collectors.joining(", ", "{", "}"));
    }
}
