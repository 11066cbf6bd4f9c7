package kvlab.grader.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Two schedules in one picture: each keeps its events, times, causes, messages and calls. */
class SideBySideTest {
    private final PictureData one = PictureData.of(PictureFixture.failed("k", "said"));
    private final PictureData other = PictureData.of(PictureFixture.failed("another key", "something else"));
    private final PictureData both = SideBySide.of(one, other, OptionalInt.of(3), OptionalInt.of(4));

    private static List<Long> times(EventColumns events) {
        List<Long> times = new ArrayList<>();
        long now = 0;
        for (long later : events.at()) {
            now += later;
            times.add(now);
        }
        return times;
    }

    /** The events of one of the runs, by the texts of its places: what the network and the scenario do is in both. */
    private List<Integer> events(boolean second) {
        EventColumns events = both.events();
        return IntStream.range(0, events.count())
                .filter(id -> events.places().get(events.place()[id]).matches("(server|client).*"))
                .filter(id -> events.places().get(events.place()[id]).endsWith(SideBySide.MARK) == second)
                .boxed()
                .toList();
    }

    private static List<Integer> events(PictureData run) {
        EventColumns events = run.events();
        return IntStream.range(0, events.count())
                .filter(id -> events.places().get(events.place()[id]).matches("(server|client).*"))
                .boxed()
                .toList();
    }

    private void assertKept(PictureData run, boolean second) {
        List<Integer> merged = events(second);
        List<Integer> own = events(run);
        assertEquals(own.size(), merged.size());
        assertFalse(own.isEmpty());
        EventColumns from = run.events();
        EventColumns to = both.events();
        for (int i = 0; i < own.size(); i++) {
            int before = own.get(i);
            int after = merged.get(i);
            assertEquals(from.text().get(before), to.text().get(after));
            assertEquals(times(from).get(before), times(to).get(after));
            assertEquals(from.kind()[before], to.kind()[after]);
            assertEquals(
                    from.places().get(from.place()[before]) + (second ? SideBySide.MARK : ""),
                    to.places().get(to.place()[after]));
            assertEquals(from.causeBack()[before] == 0, to.causeBack()[after] == 0);
            if (from.causeBack()[before] > 0) {
                assertEquals(
                        from.text().get(before - from.causeBack()[before]),
                        to.text().get(after - to.causeBack()[after]));
            }
        }
    }

    @Test
    void eachRunIsThereAsItWas() {
        assertEquals(
                one.events().count() + other.events().count(), both.events().count());
        assertKept(one, false);
        assertKept(other, true);
    }

    @Test
    void messagesAndRequestsOfTheTwoAreNotMixedUp() {
        TreeSet<Long> first = new TreeSet<>();
        TreeSet<Long> second = new TreeSet<>();
        events(false).forEach(id -> first.add(both.events().message()[id]));
        events(true).forEach(id -> second.add(both.events().message()[id]));
        first.remove(0L);
        second.remove(0L);
        assertFalse(first.isEmpty());
        assertEquals(first.size(), second.size());
        assertTrue(first.last() < second.first());
        assertNotEquals(
                both.events().request()[both.calls().get(0).event()],
                both.events().request()[both.calls().get(1).event()]);
    }

    @Test
    void callsLogsAndFieldsBelongToTheirEvents() {
        assertEquals(one.calls().size() + other.calls().size(), both.calls().size());
        both.calls()
                .forEach(call ->
                        assertTrue(both.events().text().get(call.event()).contains(call.text())));
        assertEquals(one.log().size() + other.log().size(), both.log().size());
        both.log().stream()
                .filter(entry -> !entry.command().isEmpty())
                .forEach(entry ->
                        assertTrue(both.events().text().get(entry.event()).contains(entry.command())));
    }

    @Test
    void whereTheyPartIsTheStory() {
        List<String> told = both.story().lines().stream()
                .map(line -> both.events().text().get(line.event()))
                .toList();
        assertEquals(2, told.size());
        assertTrue(told.contains(one.events().text().get(3)), told::toString);
        assertTrue(told.contains(other.events().text().get(4)), told::toString);
    }
}
