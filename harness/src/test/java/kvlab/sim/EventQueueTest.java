package kvlab.sim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventQueueTest {

    @Test
    void theTasksOfOneInstantRunInTheOrderInWhichTheyWereAdded() {
        EventQueue queue = new EventQueue();
        List<Integer> ran = new ArrayList<>();
        for (int task = 0; task < 1000; task++) {
            int number = task;
            queue.add(7, () -> ran.add(number));
        }
        while (!queue.isEmpty()) {
            queue.poll().run();
        }
        assertEquals(java.util.stream.IntStream.range(0, 1000).boxed().toList(), ran);
    }

    /** Few different times give many ties, many give few; both kinds must come out as from a sorted list. */
    @ParameterizedTest
    @ValueSource(ints = {1, 3, 50, 1_000_000})
    void givesWhatASortedListWouldGive(int differentTimes) {
        for (int seed = 0; seed < 50; seed++) {
            againstASortedList(new Random(seed), differentTimes);
        }
    }

    private record Added(long time, int number) {}

    private static void againstASortedList(Random random, int differentTimes) {
        EventQueue queue = new EventQueue();
        List<Added> reference = new ArrayList<>();
        List<Integer> ran = new ArrayList<>();
        for (int step = 0; step < 2000; step++) {
            boolean mostlyAdding = step < 1000;
            if (reference.isEmpty() || random.nextInt(10) < (mostlyAdding ? 7 : 3)) {
                Added added = new Added(random.nextInt(differentTimes), step);
                reference.add(added);
                queue.add(added.time, () -> ran.add(added.number));
            } else {
                Added first = reference.stream()
                        .min(Comparator.comparingLong(Added::time).thenComparing(Added::number))
                        .orElseThrow();
                reference.remove(first);
                assertEquals(first.time, queue.firstTime());
                queue.poll().run();
                assertEquals(first.number, ran.get(ran.size() - 1));
            }
            assertEquals(reference.size(), queue.size());
            assertEquals(reference.isEmpty(), queue.isEmpty());
        }
        assertTrue(ran.size() > 500);
    }
}
