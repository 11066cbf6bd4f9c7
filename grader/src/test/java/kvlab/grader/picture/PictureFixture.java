package kvlab.grader.picture;

import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.zip.InflaterInputStream;
import kvlab.api.RequestId;
import kvlab.api.Status;
import kvlab.diagnostic.Diagnostic;
import kvlab.explain.Explanation;
import kvlab.explain.HandoutSection;
import kvlab.explain.Rule;
import kvlab.history.Append;
import kvlab.history.Get;
import kvlab.history.HistoryRecorder;
import kvlab.net.Fault;
import kvlab.record.ClientEvent.Invoked;
import kvlab.record.ClientEvent.Returned;
import kvlab.record.CodeEvent.Applies;
import kvlab.record.CodeEvent.Called;
import kvlab.record.CodeEvent.Fields;
import kvlab.record.Content;
import kvlab.record.FaultEvent.Crashed;
import kvlab.record.FaultEvent.Cut;
import kvlab.record.FaultEvent.Healed;
import kvlab.record.FaultEvent.Repair;
import kvlab.record.FaultEvent.Restarted;
import kvlab.record.FieldChange;
import kvlab.record.Happening;
import kvlab.record.Invocation;
import kvlab.record.NetworkEvent.Copy;
import kvlab.record.NetworkEvent.Delivered;
import kvlab.record.NetworkEvent.Dropped;
import kvlab.record.NetworkEvent.Reason;
import kvlab.record.NetworkEvent.Sent;
import kvlab.record.NoteEvent.Log;
import kvlab.record.Place;
import kvlab.record.RaftEvent.Appended;
import kvlab.record.RaftEvent.Committed;
import kvlab.record.RaftEvent.Role;
import kvlab.record.RaftEvent.State;
import kvlab.record.Recording;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A small failed schedule, told by hand: client 1 appends at server 0, whose message to server 1 is lost, whose reply is
 * late; then client 2 reads what is not there.
 */
public final class PictureFixture {
    static final Place CLIENT = Place.client(1);
    static final Place READER = Place.client(2);

    private final Recording recording = Recording.withFields();
    private final HistoryRecorder history = new HistoryRecorder();
    private final String key;
    private final String said;
    private long millis;

    private PictureFixture(String key, String said) {
        this.key = key;
        this.said = said;
    }

    public static FailedSchedule failed() {
        return new PictureFixture("k", "said").tell();
    }

    /** The same, with these texts wherever a submission's reach a record. */
    static FailedSchedule failed(String key, String said) {
        return new PictureFixture(key, said).tell();
    }

    /** A long run of heartbeats among seven servers, and calls of fifty clients. */
    static FailedSchedule ofEvents(int count) {
        return new PictureFixture("k", "said").tellMuch(count);
    }

    private static Place server(int number) {
        return Place.server(number, 0);
    }

    private long at(int later, Place place, Happening what) {
        millis += later;
        return recording.add(Duration.ofMillis(millis), place, what);
    }

    private FailedSchedule tell() {
        for (int server = 0; server < 3; server++) {
            at(0, server(server), new Role(State.FOLLOWER, 0));
            at(0, server(server), new Fields(List.of(new FieldChange("store", "", "", "{}")), "store → {}"));
        }
        at(100, server(0), new Role(State.CANDIDATE, 1));
        at(5, server(0), new Role(State.LEADER, 1));
        RequestId id = new RequestId(1, 1);
        Invocation append = new Invocation("append", key, Optional.of("v"));
        kvlab.history.Call written = history.invoked(1, new Append(key, "v"), Duration.ofMillis(millis));
        at(10, CLIENT, new Invoked(Optional.of(id), append));
        Content request = new Content.Request(id, 1, append);
        at(0, CLIENT, new Sent(1, server(0), request));
        at(3, server(0), new Delivered(1, CLIENT, Copy.ORIGINAL, request));
        at(0, server(0), new Called(1, "append", CLIENT, request));
        at(0, server(0), new Appended(1, 1, said));
        Content entries = new Content.AppendEntries(1, 0, 0, 1, List.of(new Content.Entry(1, 1, said)), 0);
        at(0, server(0), new Sent(2, server(1), entries));
        at(0, server(0), new Sent(3, server(2), entries));
        at(4, Place.NETWORK, new Dropped(2, server(0), server(1), Reason.CHANCE, Optional.empty(), entries));
        at(0, Place.NETWORK, new Cut(new Fault.CutOff(0, List.of(1))));
        at(1, server(2), new Delivered(3, server(0), Copy.HELD_BACK, entries));
        at(0, server(2), new Appended(1, 1, said));
        at(2, server(0), new Committed(1, 1, said));
        at(0, server(0), new Applies(2, 1, 1, said));
        at(0, server(0), new Fields(List.of(new FieldChange("store", key, "", said)), "store"));
        at(0, server(0), new Log(said));
        Content reply = new Content.Reply(id, 1, append, Status.SUCCESS, Optional.empty());
        at(0, server(0), new Sent(4, CLIENT, reply));
        at(2, CLIENT, new Delivered(4, server(0), Copy.DUPLICATE, reply));
        at(0, CLIENT, new Returned(append, Status.SUCCESS, Optional.empty()));
        history.returned(written, Duration.ofMillis(millis));
        at(50, server(2), new Crashed(new Fault.Crash(2, 0)));
        at(30, Place.NETWORK, new Healed(Repair.RECONNECTED, List.of(server(1)), List.of()));
        at(5, Place.server(2, 1), new Restarted(2));
        at(0, Place.server(2, 1), new Role(State.FOLLOWER, 1));
        Invocation get = new Invocation("get", key, Optional.empty());
        kvlab.history.Call read = history.invoked(2, new Get(key), Duration.ofMillis(millis));
        long asked = at(5, READER, new Invoked(Optional.of(new RequestId(2, 1)), get));
        long wrong = at(6, READER, new Returned(get, Status.SUCCESS, Optional.of("")));
        history.returned(read, "", Duration.ofMillis(millis));
        at(100, server(0), new Role(State.LEADER, 2));
        return schedule(List.of(asked, wrong));
    }

    private FailedSchedule tellMuch(int count) {
        for (int server = 0; server < 7; server++) {
            at(0, server(server), new Role(server == 0 ? State.LEADER : State.FOLLOWER, 1));
        }
        long message = 1;
        for (int round = 0; recording.events().size() < count; round++) {
            int server = 1 + round % 6;
            Content entries = new Content.AppendEntries(
                    1, round, 1, 1, List.of(new Content.Entry(round + 1, 1, "Op[kind=append, key=" + round + "]")), 0);
            at(1, server(0), new Appended(round + 1, 1, "Op[kind=append, key=" + round + "]"));
            at(0, server(0), new Sent(message, server(server), entries));
            at(1, server(server), new Delivered(message, server(0), Copy.ORIGINAL, entries));
            at(0, server(server), new Appended(round + 1, 1, "Op[kind=append, key=" + round + "]"));
            at(0, server(server), new Committed(round + 1, 1, "Op[kind=append, key=" + round + "]"));
            Place client = Place.client(1 + round % 50);
            Invocation get = new Invocation("get", key, Optional.empty());
            at(0, client, new Invoked(Optional.of(new RequestId(1 + round % 50, 1 + round / 50)), get));
            at(0, client, new Returned(get, Status.SUCCESS, Optional.of("")));
            message++;
        }
        return schedule(List.of(recording.events().size() / 2L));
    }

    /** The last line is where it went wrong. */
    private FailedSchedule schedule(List<Long> story) {
        List<Explanation.Line> lines = new ArrayList<>();
        for (long id : story) {
            lines.add(new Explanation.Line(recording.events().get((int) id), id == story.get(story.size() - 1)));
        }
        return new FailedSchedule(
                recording,
                history.history(),
                new Explanation(
                        Optional.empty(),
                        Optional.of(new Rule(Diagnostic.of("rule.waits"), HandoutSection.WAITING)),
                        lines),
                false);
    }

    /** What a page's script reads. */
    public static JsonNode content(String page) {
        String packed = page.replaceAll("(?s).*<script type=\"text/plain\" id=\"data\">([^<]*)<.*", "$1");
        return new JsonMapper()
                .readTree(new InflaterInputStream(
                        new ByteArrayInputStream(Base64.getDecoder().decode(packed))));
    }

    /** What stands beside a picture in a page, with this text of a submission in it. */
    static PictureText text(String said) {
        return new PictureText(
                "Test 4: " + said,
                "Failed",
                Diagnostic.of("explain.failed").with("exception", said).message(),
                List.of(said),
                "The same schedule again",
                "./kvlab replay core/4/1",
                Optional.of("handout/index.html"));
    }
}
