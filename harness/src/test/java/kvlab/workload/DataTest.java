package kvlab.workload;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import kvlab.sim.Randomness;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DataTest {
    private static final int KEYS = 5;
    private static final int VALUES = 300;
    private static final int SCHEDULES = 1000;

    @Test
    void keysOfAScheduleDiffer() {
        schedules().forEach(data -> assertEquals(40, Set.copyOf(data.keys(40)).size()));
    }

    @Test
    void valuesOfAScheduleDiffer() {
        schedules().forEach(data -> assertEquals(VALUES, new HashSet<>(values(data)).size()));
    }

    @Test
    void sameSeedSameData() {
        assertEquals(
                schedules().map(DataTest::all).toList(),
                schedules().map(DataTest::all).toList());
    }

    @Test
    void aKeyDoesNotDependOnWhatElseIsDrawn() {
        Data other = Data.of(new Randomness(7));
        values(other);
        other.key(100);
        assertEquals(Data.of(new Randomness(7)).key(3), other.key(3));
    }

    @Test
    void theFirstScheduleIsPlain() {
        Data data = Data.of(new Randomness(Data.PLAIN_SEED));
        assertEquals(List.of("1", "2", "3"), data.keys(3));
        assertEquals(List.of("a", "b"), List.of(data.value(), data.value()));
        assertEquals("x 2 5 y", data.parts().part(2, 5));
        assertTrue(values(data).stream().allMatch(value -> value.matches("[a-z][0-9]*")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"case", "strip", "trim", "hash code", "without spaces", "bytes", "ASCII", "code point", "number"
            })
    void fiveKeysOftenHaveTwoThatAStoreConfuses(String bug) {
        Function<String, Object> confused = CONFUSIONS.stream()
                .filter(each -> each.name.equals(bug))
                .findFirst()
                .orElseThrow()
                .seen;
        long caught = schedules()
                .filter(data -> data.keys(KEYS).stream()
                                .map(confused)
                                .collect(Collectors.toSet())
                                .size()
                        < KEYS)
                .count();
        assertTrue(caught >= 150, bug + ": " + caught + " of " + SCHEDULES);
    }

    private record Confusion(String name, Function<String, Object> seen) {}

    private static final List<Confusion> CONFUSIONS = List.of(
            new Confusion("case", key -> key.toLowerCase(Locale.ROOT)),
            new Confusion("strip", String::strip),
            new Confusion("trim", String::trim),
            new Confusion("hash code", String::hashCode),
            new Confusion("without spaces", key -> key.replaceAll("[\\p{Z}\\s]", "")),
            new Confusion(
                    "bytes", key -> key.chars().map(each -> each & 0xff).boxed().toList()),
            new Confusion("ASCII", key -> key.replaceAll("[^\\x00-\\x7f]", "?")),
            new Confusion("code point", key -> key.length() < 2 ? key : key.substring(0, 2)),
            new Confusion("number", key -> key.matches("[-+]?[0-9]+(\\.0|e0)?") ? (Object) Double.valueOf(key) : key));

    @Test
    void fiveKeysHaveWhatBreaksAPackedRecord() {
        for (String separator : List.of(",", ":", "|", ";", " ", "\n", "=", "::", "||", "/", "#", "\0")) {
            long caught = schedules()
                    .filter(data -> data.keys(KEYS).stream().anyMatch(key -> key.contains(separator)))
                    .count();
            assertTrue(caught >= 150, separator + ": " + caught + " of " + SCHEDULES);
        }
    }

    @Test
    void tenValuesHaveWhatBreaksAPackedRecord() {
        for (String separator : List.of(",", ":", "|", ";", " ", "\n", "\"", "=")) {
            Predicate<String> breaks = value -> value.contains(separator);
            long caught = schedules()
                    .filter(data ->
                            IntStream.range(0, 10).mapToObj(i -> data.value()).anyMatch(breaks))
                    .count();
            assertTrue(caught >= 80, separator + ": " + caught + " of " + SCHEDULES);
        }
    }

    @Test
    void someValuesAreEmptyOrLong() {
        List<List<String>> values = schedules().map(DataTest::values).toList();
        assertTrue(values.stream().filter(each -> each.contains("")).count() > 900);
        assertTrue(values.stream()
                        .filter(each -> each.subList(0, 20).stream().anyMatch(value -> value.length() > 500))
                        .count()
                > 60);
    }

    @Test
    void aValueIsTakenApartIntoItsParts() {
        schedules().forEach(data -> {
            List<String> expected = new ArrayList<>();
            for (int writer = 0; writer < 12; writer++) {
                for (int n = 0; n < 12; n++) {
                    expected.add(data.parts().part(writer, n));
                }
            }
            assertEquals(expected.size(), Set.copyOf(expected).size());
            assertEquals(expected, data.parts().split(String.join("", expected)));
        });
    }

    @Test
    void whatIsNoPartStandsOut() {
        Parts parts = Data.of(new Randomness(Data.PLAIN_SEED)).parts();
        assertEquals(
                List.of("x 0 0 y", "0 1 y", "x 0", "x 0 2 y", "z"),
                parts.split("x 0 0 y" + "0 1 y" + "x 0" + "x 0 2 y" + "z"));
        assertEquals(List.of(), parts.split(""));
    }

    private static Stream<Data> schedules() {
        return LongStream.rangeClosed(2, SCHEDULES + 1).mapToObj(seed -> Data.of(new Randomness(seed)));
    }

    private static List<String> all(Data data) {
        return Stream.of(data.keys(20), values(data), List.of(data.parts().part(3, 4)))
                .flatMap(List::stream)
                .toList();
    }

    private static List<String> values(Data data) {
        return IntStream.range(0, VALUES).mapToObj(i -> data.value()).toList();
    }
}
