package kvlab.grader.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import kvlab.diagnostic.Diagnostic;
import kvlab.net.Fault;
import kvlab.record.CodeEvent.Suspended;
import kvlab.record.CodeEvent.Wait;
import kvlab.record.Content;
import kvlab.record.Event;
import kvlab.record.Happening;
import kvlab.record.InjectedFault;
import kvlab.record.Json;
import kvlab.record.JsonLines;
import kvlab.record.Kind;
import kvlab.record.Place;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Each kind of event has a JSON form, which the guide describes. */
class TraceFormatTest {
    private static final JsonMapper JSON = new JsonMapper();

    /** A hostile text, which must be found again. */
    private static final String TEXT = "a\"\\\n\u2028\ud800é";

    static Stream<Kind> kinds() {
        return Kind.all().stream();
    }

    static Stream<Class<?>> contents() {
        return Stream.of(Content.class.getPermittedSubclasses()).filter(Class::isRecord);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void aKindHasAJsonFormWithItsFieldsThatTheGuideDescribes(Kind kind) throws Exception {
        Event event = new Event(7, Duration.ofNanos(3), Place.server(2, 1), 5, (Happening) sample(kind.type()));
        String line = JsonLines.line(event);
        assertTrue(line.chars().allMatch(c -> c >= ' ' && c <= '~'), line);
        JsonNode json = JSON.readTree(line);
        assertEquals(List.of("id", "at", "place", "life", "cause", "kind", "what"), List.copyOf(json.propertyNames()));
        assertEquals("7 3 server 2 1 5 " + kind.word(), values(json, "id", "at", "place", "life", "cause", "kind"));
        assertEquals(components(kind.type()), List.copyOf(json.get("what").propertyNames()));
        assertDescribed(kind.word(), kind.type());
    }

    @ParameterizedTest
    @MethodSource("contents")
    void aMessageHasATypeAndFieldsThatTheGuideDescribes(Class<?> type) throws Exception {
        JsonNode json = JSON.readTree(Json.of(sample(type)));
        String name = Kind.words(type.getSimpleName());
        assertEquals(name, json.get("type").asString());
        assertDescribed(name, type);
    }

    @Test
    void aTextIsFoundAgain() {
        assertEquals(TEXT, JSON.readTree(Json.of(TEXT)).asString());
    }

    @Test
    void whatIsEmptyIsNull() {
        Event event = new Event(
                0,
                Duration.ZERO,
                Place.SCENARIO,
                Event.NO_CAUSE,
                new Suspended(1, "get", Wait.SLEEP, Optional.empty(), Optional.empty(), Optional.empty()));
        JsonNode json = JSON.readTree(JsonLines.line(event));
        assertTrue(json.get("cause").isNull() && json.get("what").get("where").isNull(), json::toString);
    }

    @Test
    void aFaultHasAType() {
        assertEquals(
                "{\"type\":\"partition\",\"occasion\":1,\"sides\":[[1,2],[0]]}",
                Json.of(new Fault.Partition(1, List.of(List.of(1, 2), List.of(0)))));
    }

    private static String values(JsonNode json, String... names) {
        return String.join(
                " ", Stream.of(names).map(name -> json.get(name).asString()).toList());
    }

    private static List<String> components(Class<?> type) {
        return Stream.of(type.getRecordComponents())
                .map(RecordComponent::getName)
                .toList();
    }

    /** In a row of a table: all fields, and in italics those that may be null. */
    private static void assertDescribed(String word, Class<?> type) throws IOException {
        List<String> rows = Files.readAllLines(Path.of("README.md")).stream()
                .filter(line -> line.startsWith("| `" + word + "` |"))
                .toList();
        for (RecordComponent component : type.getRecordComponents()) {
            String name = "`" + component.getName() + "`";
            String shown = component.getType() == Optional.class ? "*" + name + "*" : name;
            assertTrue(
                    rows.stream().anyMatch(row -> row.contains(" " + shown)),
                    "grader/README.md must have " + shown + " in the row of " + word);
        }
    }

    /** A value of a type, with something in each list and optional. */
    private static Object sample(Type type) throws ReflectiveOperationException {
        if (type instanceof ParameterizedType generic) {
            Object element = sample(generic.getActualTypeArguments()[0]);
            return generic.getRawType() == Optional.class ? Optional.of(element) : List.of(element);
        } else if (type == long.class) {
            return Long.MIN_VALUE;
        } else if (type == int.class || type == boolean.class) {
            return type == int.class ? (Object) 3 : (Object) true;
        } else if (type == String.class) {
            return TEXT;
        } else if (type == Duration.class) {
            return Duration.ofSeconds(3);
        } else if (type == Diagnostic.class) {
            return Diagnostic.of("server.leader-does-not-answer").with("server", 2);
        } else if (type == Content.class) {
            return new Content.Other(TEXT);
        } else if (type == InjectedFault.class) {
            return new Fault.Partition(1, List.of(List.of(1, 2), List.of(0)));
        }
        Class<?> of = (Class<?>) type;
        return of.isEnum() ? of.getEnumConstants()[0] : record(of);
    }

    private static Object record(Class<?> type) throws ReflectiveOperationException {
        List<Class<?>> types = new ArrayList<>();
        List<Object> values = new ArrayList<>();
        for (RecordComponent component : type.getRecordComponents()) {
            types.add(component.getType());
            values.add(sample(component.getGenericType()));
        }
        return type.getDeclaredConstructor(types.toArray(Class<?>[]::new)).newInstance(values.toArray());
    }
}
