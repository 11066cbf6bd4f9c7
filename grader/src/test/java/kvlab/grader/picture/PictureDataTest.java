package kvlab.grader.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import kvlab.diagnostic.Quote;
import kvlab.record.ClientEvent.Invoked;
import kvlab.record.ClientEvent.Returned;
import kvlab.record.CodeEvent.Applies;
import kvlab.record.Event;
import kvlab.record.Happening;
import kvlab.record.RaftEvent.Appended;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What a page is told of a schedule. */
class PictureDataTest {
    private final FailedSchedule schedule = PictureFixture.failed("k", "said");
    private final List<Event> events = schedule.recording().events();
    private final PictureData drawn = PictureData.of(schedule);
    private final JsonNode data = PackedPicture.JSON.valueToTree(drawn);
    private final JsonNode columns = data.get("events");

    private Event first(Class<? extends Happening> type) {
        return events.stream()
                .filter(event -> type.isInstance(event.what()))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void eachColumnHasEveryEvent() {
        for (String column : List.of(
                "at",
                "place",
                "life",
                "causeBack",
                "kind",
                "minor",
                "message",
                "type",
                "from",
                "to",
                "copy",
                "request",
                "text")) {
            assertEquals(events.size(), columns.get(column).size(), column);
        }
        long nanos = 0;
        for (Event event : events) {
            int id = (int) event.id();
            nanos += columns.get("at").get(id).asLong();
            assertEquals(event.at().toNanos(), nanos);
            assertEquals(
                    event.place().name(),
                    columns.get("places")
                            .get(columns.get("place").get(id).asInt())
                            .asString());
            assertEquals(event.what().toString(), columns.get("text").get(id).asString());
        }
    }

    @Test
    void aRequestIsFollowedThroughTheLogs() {
        List<String> kinds = new ArrayList<>();
        int request =
                columns.get("request").get((int) first(Invoked.class).id()).asInt();
        for (Event event : events) {
            if (columns.get("request").get((int) event.id()).asInt() == request) {
                kinds.add(event.place() + " " + event.what().getClass().getSimpleName());
            }
        }
        assertEquals(
                List.of(
                        "client 1 Invoked",
                        "client 1 Sent",
                        "server 0 Delivered",
                        "server 0 Called",
                        "server 0 Appended",
                        "server 2 Appended",
                        "server 0 Committed",
                        "server 0 Applies",
                        "server 0 Fields",
                        "server 0 Sent",
                        "client 1 Delivered",
                        "client 1 Returned"),
                kinds);
    }

    @Test
    void theCallWithoutAPlaceIsMarkedAndTheOthersHaveTheirOrder() {
        JsonNode append = data.get("calls").get(0);
        JsonNode get = data.get("calls").get(1);
        assertEquals(first(Invoked.class).id(), append.get(0).asLong());
        assertEquals(first(Returned.class).id(), append.get(1).asLong());
        assertEquals(1, append.get(5).asInt(), "the first in the checker's order");
        assertEquals(0, append.get(6).asInt());
        assertEquals(0, get.get(5).asInt());
        assertEquals(1, get.get(6).asInt());
    }

    @Test
    void aCutHoldsUntilItsServersAreConnected() {
        JsonNode cut = data.get("faults").get(0);
        assertEquals("servers [1] cut off", cut.get(2).asString());
        assertEquals(
                "[server 1] are connected to their peers",
                events.get(cut.get(1).asInt()).what().toString());
    }

    @Test
    void logsAndFieldsAreTold() {
        assertEquals("+", data.get("log").get(0).get(1).asString());
        assertEquals(first(Appended.class).id(), data.get("log").get(0).get(0).asLong());
        assertTrue(data.get("log")
                .valueStream()
                .anyMatch(row -> row.get(0).asLong() == first(Applies.class).id()));
        assertEquals(4, data.get("fields").size());
        assertEquals(
                "[\"store\",\"k\",\"\",\"said\"]",
                data.get("fields").get(3).get(1).get(0).toString());
    }

    @Test
    void theRuleLeadsIntoTheHandout() {
        JsonNode page = PictureFixture.content(new PicturePage().of(PictureFixture.text("said"), drawn));
        assertEquals(
                "a handler answers in the end, whatever happens to its command",
                page.at("/data/story/rule").asString());
        assertEquals(
                "handout, chapter 8: About waiting", page.at("/section/title").asString());
        assertEquals(
                "handout/index.html#about-waiting", page.at("/section/link").asString());
    }

    @Test
    void textsHaveNothingThatCannotBeSeen() {
        PictureData hostile = PictureData.of(PictureFixture.failed("\u0000\u202e", "\u200f\ud800"));
        String json = PackedPicture.JSON.writeValueAsString(hostile);
        assertTrue(json.contains("\\\\u200f\\\\ud800"), json);
        assertEquals(Quote.prose(json), json);
    }
}
