package kvlab.sim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import kvlab.record.Timeline;
import kvlab.sim.World.CoroutineKind;
import org.junit.jupiter.api.Test;

/** Same seed, same record: for all kinds of coroutines, and independent of concurrent simulations. */
class SameRecordTest {
    private static final int PROGRAMS = 100;

    private final World batons = Stage.world(CoroutineKind.BATON);

    private static List<String> records(World world) {
        return LongStream.range(0, PROGRAMS)
                .mapToObj(seed -> new Timeline(LittleProgram.run(world, seed)).text())
                .toList();
    }

    @Test
    void batonsAndContinuationsGiveTheSameRecords() {
        World continuations = Stage.world(CoroutineKind.CONTINUATION);
        assertEquals(records(batons), records(continuations));
    }

    @Test
    void simulationsAtTheSameTimeGiveTheRecordsThatTheyGiveAlone() {
        List<String> alone = records(batons);
        List<List<String>> together =
                IntStream.range(0, 4).parallel().mapToObj(n -> records(batons)).toList();
        together.forEach(records -> assertEquals(alone, records));
    }

    @Test
    void theProgramsAreNotAllTheSameAndDoOfEverything() {
        String all = String.join("", records(batons));
        for (String step : List.of(
                "slept",
                "timed Optional.empty",
                "timed Optional[",
                "awaited",
                "completed true",
                "completed false",
                "spawned",
                "fired",
                "closed",
                "failed: java.lang.IllegalStateException")) {
            assertTrue(all.contains(step), step);
        }
        assertEquals(PROGRAMS, records(batons).stream().distinct().count());
    }
}
