package kvlab.schedule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import kvlab.scenario.CoreTests;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IsolationSampleTest {

    private static final List<TestCase> TESTS = Stream.of(CoreTests.class.getDeclaredMethods())
            .filter(method -> method.isAnnotationPresent(LabTest.class))
            .map(TestCase::new)
            .toList();

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 99, 100, 101, 250, 1000})
    void oneScheduleOfEachHundredOfATestIsChosen(int count) {
        for (TestCase test : TESTS) {
            List<Long> chosen = chosen(test, new Seeds(-5, count));
            assertEquals((count + 99) / 100, chosen.size());
            assertEquals(
                    chosen.size(),
                    chosen.stream().map(seed -> (seed + 5) / 100).distinct().count());
        }
    }

    /** So nobody who does not know the first seed knows which. */
    @Test
    void theChoiceDependsOnTestAndFirstSeed() {
        Set<Long> places = TESTS.stream()
                .flatMap(test -> Stream.of(1L, 2L, 1_000_000L)
                        .map(first -> chosen(test, new Seeds(first, 100)).get(0) - first))
                .collect(Collectors.toSet());
        assertTrue(places.size() > 15, places.toString());
    }

    private static List<Long> chosen(TestCase test, Seeds seeds) {
        return LongStream.range(seeds.first(), seeds.first() + seeds.count())
                .filter(seed -> IsolationSample.contains(test, seeds, seed))
                .boxed()
                .toList();
    }
}
