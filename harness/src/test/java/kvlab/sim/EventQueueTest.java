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

    /** A server may spawn tasks on its way to a stack overflow, which it catches. */
    @Test
    void aStackOverflowLeavesAWholeQueue() throws InterruptedException {
        List<Integer> lost = new ArrayList<>();
        for (int frame = 0; frame < 6; frame++) { // overflows at other places of the code each time
            int others = frame;
            Thread thread = new Thread(null, () -> lost.add(addedUntilOverflow(others)), "deep", 1 << 17);
            thread.start();
            thread.join();
        }
        assertEquals(List.of(0, 0, 0, 0, 0, 0), lost);
    }

    /** How many of the tasks whose addition returned are missing, or out of order. */
    private static int addedUntilOverflow(int others) {
        EventQueue queue = new EventQueue();
        int[] added = new int[1];
        for (int round = 0; round < 5; round++) {
            try {
                dive(queue, added, others);
            } catch (StackOverflowError deepest) {
                // as student code might
            }
        }
        int wrong = 0;
        long before = Long.MIN_VALUE;
        for (int left = added[0]; left > 0; left--) {
            wrong += queue.isEmpty() || queue.firstTime() < before ? 1 : 0;
            before = queue.firstTime();
            wrong += queue.poll() == null ? 1 : 0;
        }
        return wrong;
    }

    private static int dive(EventQueue queue, int[] added, int others) {
        queue.add(-added[0] * 31 % 101, () -> {});
        added[0]++;
        return others == 0 ? dive(queue, added, 0) : step(queue, added, others) + 1;
    }

    /** A frame of another size. */
    private static int step(EventQueue queue, int[] added, int others) {
        long wide = others * 3L;
        int result = dive(queue, added, others) + (int) wide;
        return others % 2 == 0 ? result : result + Math.floorMod(wide, others);
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
