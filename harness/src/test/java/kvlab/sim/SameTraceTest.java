package kvlab.sim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import kvlab.sim.World.CoroutineKind;
import org.junit.jupiter.api.Test;

/** Same seed, same trace: for all kinds of coroutines, and independent of concurrent simulations. */
class SameTraceTest {
    private static final int PROGRAMS = 100;

    private final World batons = Stage.world(CoroutineKind.BATON);

    private static List<String> traces(World world) {
        return LongStream.range(0, PROGRAMS)
                .mapToObj(seed -> LittleProgram.run(world, seed).text())
                .toList();
    }

    @Test
    void batonsAndContinuationsGiveTheSameTraces() {
        World continuations = Stage.world(CoroutineKind.CONTINUATION);
        assertEquals(traces(batons), traces(continuations));
    }

    @Test
    void simulationsAtTheSameTimeGiveTheTracesThatTheyGiveAlone() {
        List<String> alone = traces(batons);
        List<List<String>> together =
                IntStream.range(0, 4).parallel().mapToObj(n -> traces(batons)).toList();
        together.forEach(traces -> assertEquals(alone, traces));
    }

    @Test
    void theProgramsAreNotAllTheSameAndDoOfEverything() {
        String all = String.join("", traces(batons));
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
        assertEquals(PROGRAMS, traces(batons).stream().distinct().count());
    }
}
