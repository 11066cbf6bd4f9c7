package kvlab.grader.trace;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import kvlab.record.ClientEvent;
import kvlab.record.CodeEvent;
import kvlab.record.Event;
import kvlab.record.NetworkEvent;
import kvlab.record.Place;
import kvlab.record.RaftEvent;
import kvlab.record.Recording;
import tools.jackson.databind.json.JsonMapper;

/**
 * A trace in Chrome's trace event format. Each server and client is a process with tracks for its role or calls, for each of its
 * coroutines that handles a call, for messages, and for everything else; times are in microseconds.
 */
final class PerfettoTrace {
    /** A slice that an arrow can begin or end at. */
    private static final double SHORT = 1;

    private static final long STATE = 0;
    private static final long MESSAGES = 1;
    private static final long EVENTS = 2;
    private static final long FIRST_COROUTINE = 10;

    private final Recording recording;
    private final List<Object> trace = new ArrayList<>();
    private final Map<Place, Event> states = new LinkedHashMap<>();
    private final Map<List<Object>, Event> calls = new LinkedHashMap<>();
    private final Map<Integer, String> processes = new TreeMap<>();

    private record Trace(String displayTimeUnit, List<Object> traceEvents) {}

    private record ProcessName(String ph, String name, int pid, Name args) {}

    private record Name(String name) {}

    private record Cause(long event, long cause) {}

    PerfettoTrace(Recording recording) {
        this.recording = recording;
    }

    String json() {
        recording.events().forEach(this::add);
        Duration end = recording.events().isEmpty()
                ? Duration.ZERO
                : recording.events().get(recording.events().size() - 1).at();
        states.values().forEach(begin -> slice(begin, end, STATE));
        calls.values().forEach(begin -> slice(begin, end, coroutine(begin)));
        processes.forEach((process, name) -> trace.add(new ProcessName("M", "process_name", process, new Name(name))));
        return JsonMapper.shared().writeValueAsString(new Trace("ms", trace));
    }

    private void add(Event event) {
        processes.putIfAbsent(process(event), event.place().name());
        if (event.what() instanceof RaftEvent.Role || event.what() instanceof ClientEvent.Invoked) {
            begin(event);
        } else if (event.what() instanceof ClientEvent.Returned) {
            end(event);
        } else if (event.what() instanceof CodeEvent.Called called) {
            calls.put(List.of(event.place(), called.coroutine()), event);
        } else if (event.what() instanceof CodeEvent.Answered answered
                && calls.containsKey(List.of(event.place(), answered.coroutine()))) {
            Event begin = calls.remove(List.of(event.place(), answered.coroutine()));
            slice(begin, event.at(), coroutine(begin));
        } else if (event.what() instanceof NetworkEvent.Sent sent) {
            message(event, "s", sent.message());
        } else if (event.what() instanceof NetworkEvent.Delivered delivered) {
            message(event, "f", delivered.message());
        } else if (!event.what().isDetail()) {
            Map<String, Object> instant = event(event, "i", EVENTS);
            instant.put("s", "t");
            trace.add(instant);
        }
    }

    private void begin(Event event) {
        end(event);
        states.put(event.place(), event);
    }

    private void end(Event event) {
        Event before = states.remove(event.place());
        if (before != null) {
            slice(before, event.at(), STATE);
        }
    }

    private void slice(Event begin, Duration end, long track) {
        Map<String, Object> slice = event(begin, "X", track);
        slice.put("dur", micros(end) - micros(begin.at()));
        trace.add(slice);
    }

    private void message(Event event, String phase, long message) {
        Map<String, Object> slice = event(event, "X", MESSAGES);
        slice.put("dur", SHORT);
        trace.add(slice);
        Map<String, Object> arrow = event(event, phase, MESSAGES);
        arrow.put("name", "m" + message);
        arrow.put("cat", "message");
        arrow.put("id", message);
        arrow.put("bp", "e");
        trace.add(arrow);
    }

    private static Map<String, Object> event(Event event, String phase, long track) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("ph", phase);
        fields.put("name", event.what().toString());
        fields.put("pid", process(event));
        fields.put("tid", track);
        fields.put("ts", micros(event.at()));
        fields.put("args", new Cause(event.id(), event.cause()));
        return fields;
    }

    private static long coroutine(Event called) {
        return FIRST_COROUTINE + ((CodeEvent.Called) called.what()).coroutine();
    }

    /** The network and the scenario come first, then servers, then clients. */
    private static int process(Event event) {
        Place place = event.place();
        return switch (place.kind()) {
            case SCENARIO -> 1;
            case NETWORK -> 2;
            case SERVER -> 10 + place.number();
            case CLIENT -> 100 + place.number();
        };
    }

    private static double micros(Duration time) {
        return time.toNanos() / 1e3;
    }
}
