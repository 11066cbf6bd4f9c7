package kvlab.junit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import kvlab.record.Place;
import kvlab.record.Recording;
import kvlab.sim.Caller;
import kvlab.sim.Scope;
import kvlab.sim.Simulation;
import kvlab.sim.World;
import kvlab.sim.World.CoroutineKind;
import org.junit.jupiter.api.Test;

/** A submission's lines say where and when they were printed; others are unchanged. */
class PlacedOutputTest {
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final PrintStream out = PlacedOutput.around(printed);

    private boolean printInSimulations() {
        Simulation simulation = new World(CoroutineKind.BATON, World.HANG_TIMEOUT).simulation(1, Recording.OFF);
        Scope scenario = simulation.scope(Place.SCENARIO, (what, e) -> simulation.fail(e));
        Scope server = simulation.scope(Place.server(2, 0), (what, e) -> simulation.fail(e));
        simulation.run(() -> {
            server.spawn("put", () -> {
                out.println("begun");
                server.sleep(Duration.ofMillis(3204));
                out.printf("x = %d%n", 7);
                out.print("two\nli");
                out.println("nes");
            });
            server.after(5_000_000_000L, () -> out.println("in an event"));
            scenario.sleep(Duration.ofSeconds(6));
        });
        return true;
    }

    @Test
    void eachLineOfASubmissionHasTimeAndPlace() {
        out.println("before");
        printInSimulations();
        out.println("after");
        assertEquals("""
                before
                  0.000000 s  server 2   print        begun
                  3.204000 s  server 2   print        x = 7
                  3.204000 s  server 2   print        two
                  3.204000 s  server 2   print        lines
                in an event
                after
                """, printed.toString(StandardCharsets.UTF_8));
        assertEquals(Optional.empty(), Caller.simulation());
    }

    @Test
    void aScheduleThatRunsOnceMoreIsNotHeard() {
        Caller.repeating(this::printInSimulations);
        assertEquals("", printed.toString(StandardCharsets.UTF_8));
    }
}
