package kvlab.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import kvlab.record.CodeEvent.Applied;
import kvlab.record.Content.AppendEntries;
import kvlab.record.Content.AppendEntriesConflict;
import kvlab.record.Content.AppendEntriesReply;
import kvlab.record.Content.Entry;
import kvlab.record.NetworkEvent.Copy;
import kvlab.record.NetworkEvent.Delivered;
import kvlab.record.NetworkEvent.Dropped;
import kvlab.record.NetworkEvent.Reason;
import kvlab.record.NetworkEvent.Sent;
import kvlab.record.NoteEvent.Log;
import kvlab.record.RaftEvent.Role;
import kvlab.record.RaftEvent.State;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SelectionTest {
    private static final Place LEADER = Place.server(0, 0);
    private static final Place FOLLOWER = Place.server(1, 2);

    private final Recording recording = Recording.on();

    /** Of the events of this recording, the numbers of those that are selected. */
    private List<Long> selected(String... selections) {
        return recording.events().stream()
                .filter(Selection.of(List.of(selections)).in(recording))
                .map(Event::id)
                .toList();
    }

    private long add(int millis, Place place, Happening what) {
        return recording.add(Duration.ofMillis(millis), place, what);
    }

    private void someEvents() {
        add(3_000, LEADER, new Role(State.LEADER, 4));
        add(3_100, Place.NETWORK, lost(9, LEADER, FOLLOWER));
        add(3_200, FOLLOWER, new Log("put(\"a\", \"b\")"));
        add(3_300, Place.client(1), new Log("get"));
        add(3_400, FOLLOWER, new Applied(1, 2, 4));
    }

    private static Dropped lost(long number, Place from, Place to) {
        return new Dropped(number, from, to, Reason.CHANCE, Optional.empty(), new Content.Other("hello"));
    }

    private static AppendEntries append(Entry... entries) {
        return new AppendEntries(4, 1, 4, entries.length, List.of(entries), 1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ''                       | 0 1 2 3
            kind=all                 | 0 1 2 3 4
            kind=applied             | 4
            kind=code                |
            kind=raft,kind=log       | 0 2 3
            server=1                 | 1 2
            server=1,kind=all        | 1 2 4
            server=0,client=1        | 0 1 3
            from=3.1,to=3.2          | 1 2
            from=3.1000001           | 2 3
            text=get                 | 3
            kind=log,text=a", "b     | 2
            server=1,from=3.2        | 2
            """)
    void placesKindsAndTimesAreSelectedTogether(String selection, String ids) {
        someEvents();
        List<Long> expected = ids == null
                ? List.of()
                : List.of(ids.split(" ")).stream().map(Long::valueOf).toList();
        assertEquals(expected, selected(selection));
    }

    @Test
    void severalSelectionsHoldTogether() {
        someEvents();
        assertEquals(List.of(2L, 3L), selected("text=put", "text=get", "kind=log"));
        assertEquals(List.of(3L), selected("text=put", "text=get", "client=1"));
    }

    /** Sends a message and its reply, which arrives after a change of role at the receiver; gives all events' ids. */
    private List<Long> exchange(long number, Content request, Content reply) {
        long sent = add(1, LEADER, new Sent(number, FOLLOWER, request));
        recording.causedBy(sent);
        long received = add(2, FOLLOWER, new Delivered(number, LEADER, Copy.ORIGINAL, request));
        long role = add(2, FOLLOWER, new Role(State.FOLLOWER, 4));
        long answered = add(2, FOLLOWER, new Sent(number + 1, LEADER, reply));
        recording.causedBy(answered);
        long lost = add(3, Place.NETWORK, lost(number + 1, FOLLOWER, LEADER));
        recording.causedBy(Event.NO_CAUSE);
        return List.of(sent, received, role, answered, lost);
    }

    @Test
    void heartbeatsAndTheirRepliesAreLeftOutAndNothingElse() {
        List<Long> heartbeat = exchange(1, append(), new AppendEntriesReply(4, 1));
        List<Long> refused = exchange(3, append(), new AppendEntriesConflict(4, 3, 1));
        List<Long> entries = exchange(5, append(new Entry(2, 4, "x")), new AppendEntriesReply(4, 2));
        List<Long> shown = selected();
        assertEquals(
                List.of(heartbeat.get(2)),
                heartbeat.stream().filter(shown::contains).limit(1).toList());
        assertTrue(!shown.contains(heartbeat.get(3)), "the reply to a heartbeat");
        assertTrue(!shown.contains(refused.get(0)) && shown.contains(refused.get(3)), "a refusal is shown");
        assertTrue(shown.containsAll(entries), "entries and their reply are shown");
        assertEquals(recording.events().size(), selected("kind=all").size());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            sever=2         | there is no key "sever": the keys are server, client, kind, from, to and text
            kind=rolle      | there is no kind "rolle": the kinds are answered, appended, applied,
            kind=rolle      | groups of them are client, code, fault, network, note, raft; and all
            server=two      | server=two: write the server's number, such as server=2
            server=-1       | server=-1: write the server's number
            from=soon       | from=soon: write seconds, such as from=3.204
            to=-1           | to=-1: write seconds
            from=1e99999999 | from=1e99999999: write seconds
            from=2,to=1     | from is after to
            role            | "role" is no KEY=VALUE such as server=2
            """)
    void aWrongSelectionSaysWhatIsPossible(String selection, String message) {
        IllegalArgumentException wrong =
                assertThrows(IllegalArgumentException.class, () -> Selection.of(List.of(selection)));
        assertTrue(wrong.getMessage().contains(message), wrong::getMessage);
    }
}
