package kvlab.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Formatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TimeZone;
import kvlab.api.RequestId;
import kvlab.api.Status;
import kvlab.record.NoteEvent.Note;
import kvlab.record.RaftEvent.Role;
import kvlab.record.RaftEvent.State;
import org.junit.jupiter.api.Test;

class TimelineTest {
    private static final Place SERVER = Place.server(2, 0);

    private static Recording note(Recording recording, Duration at, String text) {
        recording.add(at, SERVER, new Note(text));
        return recording;
    }

    private static String hash(Recording recording) {
        return new Timeline(recording).hash();
    }

    @Test
    void aLineSaysWhenWhereAndWhat() {
        Recording recording = Recording.on();
        recording.add(Duration.ofNanos(3_204_117_999L), SERVER, new Role(State.LEADER, 4));
        recording.add(Duration.ofMillis(12_000), Place.SCENARIO, new Note("episode: Idle"));
        assertEquals("""
                  3.204117 s  server 2   role         leads in term 4
                 12.000000 s  scenario   note         episode: Idle
                """, new Timeline(recording).text());
    }

    @Test
    void aGetThatReadNothingSaysSo() {
        Content reply = new Content.Reply(
                new RequestId(7, 3), 5, new Invocation("get", "k", Optional.empty()), Status.SUCCESS, Optional.of(""));
        assertEquals("SUCCESS \"\" for get(\"k\") (client 7, sequence 3, attempt 5)", reply.toString());
    }

    @Test
    void placesCausesAndLivesCountForTheHash() {
        String one = hash(note(Recording.on(), Duration.ofSeconds(1), "a"));
        assertEquals(one, hash(note(Recording.on(), Duration.ofSeconds(1), "a")));
        assertNotEquals(one, hash(note(Recording.on(), Duration.ofSeconds(1).plusNanos(1000), "a")));
        Recording caused = Recording.on();
        caused.causedBy(0);
        assertNotEquals(one, hash(note(caused, Duration.ofSeconds(1), "a")));
        Recording later = Recording.on();
        later.add(Duration.ofSeconds(1), Place.server(2, 1), new Note("a"));
        assertNotEquals(one, hash(later));
    }

    @Test
    void isTheSameIfItsEventsAreAndOfThoseNotKeptTheNumber() {
        Recording one = Recording.of(1);
        Recording other = Recording.of(1);
        note(one, Duration.ofSeconds(1), "a");
        assertFalse(one.isSameAs(other));
        note(other, Duration.ofSeconds(1), "a");
        assertTrue(one.isSameAs(other));
        note(one, Duration.ofSeconds(1), "b");
        assertFalse(one.isSameAs(other));
        note(other, Duration.ofSeconds(1), "c");
        assertTrue(one.isSameAs(other));
        assertTrue(new Timeline(one).text().endsWith("a\n... and 1 more events, which were not kept\n"));
    }

    @Test
    void aRecordingThatIsOffTakesNothing() {
        note(Recording.OFF, Duration.ZERO, "a");
        Recording.OFF.causedBy(3);
        assertFalse(Recording.OFF.isOn());
        assertEquals(Event.NO_CAUSE, Recording.OFF.cause());
        assertEquals(List.of(), Recording.OFF.events());
    }

    @Test
    void anEventThatLeadsToOthersIsTheirCause() {
        Recording recording = Recording.on();
        recording.add(Duration.ZERO, SERVER, new Role(State.CANDIDATE, 1));
        note(recording, Duration.ZERO, "leads to nothing");
        recording.add(Duration.ZERO, SERVER, new Role(State.LEADER, 1));
        assertEquals(
                List.of(Event.NO_CAUSE, 0L, 0L),
                recording.events().stream().map(Event::cause).toList());
    }

    @Test
    void longTextsAreCutAndSayHowLongTheyWere() {
        Invocation call = new Invocation("put", "k", Optional.of("x".repeat(100_000)));
        assertTrue(call.value().orElseThrow().length() < 100);
        assertTrue(call.toString().contains("100000 characters"), call.toString());
        assertTrue(new Note("x".repeat(100_000)).text().length() < 1_000);
    }

    @Test
    void theMachinesLanguageAndTimeZoneDoNotShow() {
        Locale language = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            TimeZone.setDefault(TimeZone.getTimeZone("Asia/Kathmandu"));
            assertEquals("١", new Formatter().format("%d", 1).toString(), "this locale has digits of its own");
            assertEquals("1234.500000 s", Timeline.seconds(Duration.ofMillis(1_234_500)));
            assertEquals(
                    "  0.000001 s  server 2   note         x",
                    Timeline.line(new Event(0, Duration.ofNanos(1000), SERVER, -1, new Note("x"))));
        } finally {
            Locale.setDefault(language);
            TimeZone.setDefault(zone);
        }
    }

    @Test
    void everyKindHasAWordOfItsOwn() {
        List<Kind> all = Kind.all();
        assertEquals(all.size(), Kind.byWord().size());
        assertTrue(Kind.byWord().keySet().containsAll(List.of("role", "sent", "held-back", "log")));
        assertEquals("network", Kind.byWord().get("held-back").group());
    }
}
