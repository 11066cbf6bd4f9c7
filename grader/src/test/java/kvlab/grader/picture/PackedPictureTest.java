package kvlab.grader.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import java.util.zip.DeflaterOutputStream;
import kvlab.explain.Explanation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Data of a picture that come from the process of a submission, which may send anything. */
class PackedPictureTest {
    private static final String END_OF_SCRIPT = "</script><script>document.title='owned'</script>\u202e";

    private static PackedPicture packed() {
        return PackedPicture.of(PictureFixture.failed()).orElseThrow();
    }

    private static ObjectNode json() {
        return (ObjectNode) PackedPicture.JSON.valueToTree(packed().data());
    }

    private static byte[] deflated(byte[] json) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DeflaterOutputStream out = new DeflaterOutputStream(bytes)) {
            out.write(json);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return bytes.toByteArray();
    }

    private static byte[] changed(Consumer<ObjectNode> change) {
        ObjectNode json = json();
        change.accept(json);
        return deflated(json.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static ObjectNode events(ObjectNode json) {
        return (ObjectNode) json.get("events");
    }

    private static ArrayNode row(ObjectNode json, String part) {
        return (ArrayNode) json.get(part).get(0);
    }

    private static void assertRefused(byte[] bytes) {
        assertThrows(PackedPicture.DamagedException.class, () -> PackedPicture.from(bytes));
    }

    @Test
    void equalSchedulesHaveEqualBytesAndTheyAreTakenAsTheyAre() throws PackedPicture.DamagedException {
        assertEquals(packed(), packed());
        assertEquals(packed(), PackedPicture.from(packed().bytes()));
    }

    @Test
    void hostileTextsAreKeptAsVisibleText() throws PackedPicture.DamagedException {
        byte[] bytes = changed(json -> {
            ((ArrayNode) events(json).get("text")).set(0, END_OF_SCRIPT);
            ((ArrayNode) events(json).get("text")).set(1, "x".repeat(50_000));
            ((ObjectNode) json.get("story")).put("cause", END_OF_SCRIPT);
        });
        PackedPicture taken = PackedPicture.from(bytes);
        String shown = END_OF_SCRIPT.replace("\u202e", "\\u202e");
        assertEquals(shown, taken.data().events().text().get(0));
        assertEquals(Shown.MAX_LENGTH, taken.data().events().text().get(1).length());
        assertEquals(shown, taken.data().story().cause());
        assertEquals(taken, PackedPicture.from(taken.bytes()));
        String page = new PicturePage().of(PictureFixture.text(END_OF_SCRIPT), taken.data());
        assertFalse(page.contains("owned"));
        assertEquals(2, page.split("</script>", -1).length - 1);
    }

    /** A change that makes no sense of the data. */
    static Stream<Consumer<ObjectNode>> senseless() {
        return Stream.of(
                json -> json.put("more", 1),
                json -> json.remove("log"),
                json -> json.putNull("story"),
                json -> ((ObjectNode) json.get("story")).put("section", "javascript:"),
                json -> json.put("dropped", -1),
                json -> json.put("dropped", "many"),
                json -> row(json, "roles").set(0, 1_000_000),
                json -> row(json, "roles").set(1, 4),
                json -> row(json, "roles").set(0, 1.5),
                json -> row(json, "roles").remove(2),
                json -> ((ArrayNode) json.get("log")).addNull(),
                json -> row(json, "log").set(1, "!"),
                json -> row(json, "log").set(4, json.objectNode()),
                json -> row(json, "calls").set(1, -2),
                json -> row(json, "faults").set(0, -1),
                json -> row(json, "fields").set(0, 1_000),
                json -> ((ArrayNode) json.get("story").get("lines"))
                        .addArray()
                        .add(0)
                        .add(0),
                json -> ((ArrayNode) events(json).get("places")).set(0, "<img src=x>"),
                json -> ((ArrayNode) events(json).get("at")).set(1, -1),
                json -> ((ArrayNode) events(json).get("at")).set(1, Long.MAX_VALUE),
                json -> ((ArrayNode) events(json).get("at")).remove(0),
                json -> ((ArrayNode) events(json).get("place")).set(0, 1_000),
                json -> ((ArrayNode) events(json).get("causeBack")).set(0, 1),
                json -> ((ArrayNode) events(json).get("kind")).set(0, 1_000),
                json -> ((ArrayNode) events(json).get("copy")).set(0, -1),
                json -> ((ArrayNode) events(json).get("text")).setNull(0),
                json -> ((ArrayNode) events(json).get("text")).set(0, "x".repeat(200_000)),
                json -> events(json).putArray("text"));
    }

    @ParameterizedTest
    @MethodSource("senseless")
    void whatMakesNoSenseIsRefused(Consumer<ObjectNode> change) {
        assertRefused(changed(change));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "[]", "{}", "{\"events\":", "TEST 1 Passed", "[[[[[[[[[[[[[[[[["})
    void whatIsNoPictureIsRefused(String text) {
        assertRefused(text.getBytes(StandardCharsets.UTF_8));
        assertRefused(deflated(text.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void whatIsCutOffIsRefused() {
        assertRefused(Arrays.copyOf(packed().bytes(), packed().bytes().length - 20));
    }

    @Test
    void aBombIsRefusedBeforeItHasUnfolded() {
        byte[] bomb = deflated(("{\"dropped\":1" + " ".repeat(64 << 20) + "}").getBytes(StandardCharsets.UTF_8));
        assertTrue(bomb.length < PackedPicture.MAX_BYTES);
        assertRefused(bomb);
    }

    @Test
    void aScheduleIsCutWhereTheStoryIsToldToItsEnd() throws PackedPicture.DamagedException {
        FailedSchedule much = PictureFixture.ofEvents(300);
        PackedPicture picture = PackedPicture.of(telling(much, 10), 100, 25).orElseThrow();
        assertEquals(100, picture.data().events().count());
        assertEquals(much.recording().events().size() - 100, picture.data().dropped());
        assertEquals(picture, PackedPicture.from(picture.bytes()));
        assertEquals(Optional.empty(), PackedPicture.of(telling(much, 10, 120), 100, 25));
    }

    private static FailedSchedule telling(FailedSchedule schedule, long... events) {
        List<Explanation.Line> story = LongStream.of(events)
                .mapToObj(
                        id -> new Explanation.Line(schedule.recording().events().get((int) id), false))
                .toList();
        return new FailedSchedule(
                schedule.recording(),
                schedule.history(),
                new Explanation(Optional.empty(), Optional.empty(), story),
                true);
    }
}
