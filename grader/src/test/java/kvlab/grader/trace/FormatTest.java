package kvlab.grader.trace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kvlab.api.RequestId;
import kvlab.api.Status;
import kvlab.history.Append;
import kvlab.history.Call;
import kvlab.history.Get;
import kvlab.history.HistoryRecorder;
import kvlab.record.ClientEvent;
import kvlab.record.Content;
import kvlab.record.Invocation;
import kvlab.record.NetworkEvent;
import kvlab.record.Place;
import kvlab.record.RaftEvent;
import kvlab.record.Recording;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A request from client 1 to server 0, which leads, and its reply. */
class FormatTest {
    private static final Place CLIENT = Place.client(1);
    private static final Place SERVER = Place.server(0, 0);
    private static final Invocation GET = new Invocation("get", "\"k\\\né", Optional.empty());

    private final Recording recording = recording();
    private final HistoryRecorder history = new HistoryRecorder();

    private static Recording recording() {
        Recording recording = Recording.on();
        RequestId id = new RequestId(1, 1);
        Content request = new Content.Request(id, 1, GET);
        Content reply = new Content.Reply(id, 1, GET, Status.SUCCESS, Optional.of("v"));
        recording.add(Duration.ZERO, SERVER, new RaftEvent.Role(RaftEvent.State.LEADER, 1));
        recording.add(Duration.ofMillis(1), CLIENT, new ClientEvent.Invoked(Optional.of(id), GET));
        recording.add(Duration.ofMillis(1), CLIENT, new NetworkEvent.Sent(1, SERVER, request));
        recording.add(
                Duration.ofMillis(3),
                SERVER,
                new NetworkEvent.Delivered(1, CLIENT, NetworkEvent.Copy.ORIGINAL, request));
        recording.add(Duration.ofMillis(3), SERVER, new NetworkEvent.Sent(2, CLIENT, reply));
        recording.add(
                Duration.ofMillis(5), CLIENT, new NetworkEvent.Delivered(2, SERVER, NetworkEvent.Copy.ORIGINAL, reply));
        recording.add(Duration.ofMillis(5), CLIENT, new ClientEvent.Returned(GET, Status.SUCCESS, Optional.of("v")));
        return recording;
    }

    @Test
    void perfettoHasASliceForTheCallAndAnArrowForEachMessage() {
        JsonNode trace = JsonMapper.shared()
                .readTree(Format.PERFETTO.of(recording, history.history()))
                .get("traceEvents");
        List<String> phases = new ArrayList<>();
        Map<String, Double> durations = new HashMap<>();
        trace.forEach(event -> {
            phases.add(event.get("ph").asString());
            if (event.has("dur")) {
                durations.put(event.get("name").asString(), event.get("dur").asDouble());
            }
        });
        assertEquals(2, phases.stream().filter("s"::equals).count());
        assertEquals(2, phases.stream().filter("f"::equals).count());
        assertEquals(4_000, durations.get(new ClientEvent.Invoked(Optional.of(new RequestId(1, 1)), GET).toString()));
        assertEquals(5_000, durations.get("leads in term 1"));
    }

    @Test
    void shivizParsesEachEventAndItsClockHasItsCauses() {
        String[] log = Format.SHIVIZ.of(recording, history.history()).split("\n\n", 2);
        Matcher events = Pattern.compile(log[0]).matcher(log[1]);
        Map<String, Long> own = new HashMap<>();
        String last = "";
        while (events.find()) {
            last = events.group("clock");
            long expected = own.merge(events.group("host"), 1L, Long::sum);
            assertTrue(last.contains("\"" + events.group("host") + "\": " + expected), last);
        }
        assertEquals(Map.of("client-1", 4L, "server-0", 3L), own);
        assertEquals("{\"client-1\": 4, \"server-0\": 3}", last);
    }

    @Test
    void jepsensHistoryIsInOrderAndOpenCallsAreUnknown() {
        Call append = history.invoked(7, new Append("\"k\\\né", "v"), Duration.ZERO);
        Call get = history.invoked(8, new Get("\"k\\\né"), Duration.ZERO);
        history.returned(get, "v", Duration.ofMillis(1));
        assertEquals(1, get.number() - append.number());
        String key = "\"\\\"k\\\\\\u000a\\u00e9\"";
        assertEquals("""
                {:process 0, :type :invoke, :f :append, :key KEY, :value "v"}
                {:process 1, :type :invoke, :f :get, :key KEY, :value nil}
                {:process 1, :type :ok, :f :get, :key KEY, :value "v"}
                {:process 0, :type :info, :f :append, :key KEY, :value "v"}
                """.replace("KEY", key), Format.JEPSEN.of(recording, history.history()));
    }
}
