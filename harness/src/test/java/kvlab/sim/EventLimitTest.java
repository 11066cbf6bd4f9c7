package kvlab.sim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import kvlab.record.Place;
import kvlab.sim.World.CoroutineKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What never ends, or never stops growing, is ended with a message that says what to look for. */
@ParameterizedClass
@EnumSource(CoroutineKind.class)
class EventLimitTest {
    private final Stage stage;

    EventLimitTest(CoroutineKind kind) {
        stage = new Stage(Stage.world(kind));
    }

    private String messageOf() {
        return assertThrows(EventLimitExceeded.class, stage::play).getMessage();
    }

    @Test
    void coroutinesThatSpawnEachOtherForEverWithoutTimePassing() {
        stage.scope().after(7_000_000, this::again);
        assertEquals(
                "100000 events ran at 0.007000 s without time passing: somewhere coroutines wake each other, or"
                        + " sleep for zero time, in a loop. Most of these were caused in again of server 0",
                messageOf());
    }

    private void again() {
        stage.spawn("again", this::again);
    }

    @Test
    void manyThingsAtOneInstantAreNoLoopIfTheyEnd() {
        for (int n = 0; n < Simulation.MAX_EVENTS_PER_INSTANT - 1; n++) {
            stage.simulation().after(0, () -> {});
        }
        stage.simulation().after(1, () -> stage.note("later"));
        assertEquals(List.of("0 ms: later"), stage.play());
    }

    @Test
    void aSimulationWithoutEnd() {
        stage.simulation().after(0, new Tick());
        assertThrows(
                EventLimitExceeded.class, () -> stage.play(() -> stage.promise().await()));
        assertEquals(Simulation.MAX_EVENTS, stage.simulation().events());
    }

    private final class Tick implements Runnable {
        @Override
        public void run() {
            stage.simulation().after(1, this);
        }
    }

    @Test
    void moreSuspendedCallsThanAnyServerNeeds() {
        List<Throwable> failures = new ArrayList<>();
        Scope scope = stage.simulation().scope(Place.server(0, 0), (what, failure) -> failures.add(failure));
        SimPromise<String> never = new SimPromise<>(scope);
        int suspendedAtMost = Simulation.MAX_SUSPENDED - 1; // the scenario is one of them
        for (int n = 0; n < suspendedAtMost + 1; n++) {
            scope.after(1, () -> scope.run("put", never::await));
        }
        assertThrows(EventLimitExceeded.class, stage::play);
        assertEquals(
                List.of("more than 1000 calls are suspended at 0.000000 s: something is started again and again, and"
                        + " waits without a time-out. Most of the last ones are in put of server 0"),
                failures.stream().map(Throwable::getMessage).toList());
    }

    @Test
    void aCoroutineThatSpawnsWithoutEndDoesNotFillTheMemory() {
        stage.spawn("put", () -> {
            while (true) {
                stage.spawn("task", () -> {});
            }
        });
        assertEquals(
                "more than 200000 events are waiting at 0.000000 s: something is sent or spawned without end."
                        + " Most of the last ones were caused in put of server 0",
                messageOf());
    }

    @Test
    void aFloodOfEvents() {
        stage.simulation().after(1, () -> {
            for (int n = 0; n <= Simulation.MAX_WAITING_EVENTS; n++) {
                stage.simulation().after(1000, () -> {});
            }
        });
        assertEquals(
                "more than 200000 events are waiting at 0.000001 s: something is sent or spawned without end",
                messageOf());
    }
}
