package kvlab.sim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import kvlab.record.NoteEvent.Note;
import kvlab.record.Place;
import kvlab.record.Recording;
import kvlab.sim.World.CoroutineKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** A simulation that has ended leaves no coroutine suspended. */
@ParameterizedClass
@EnumSource(CoroutineKind.class)
class CancellationTest {
    private static final int SIMULATIONS = 1_000;
    private static final int COROUTINES = 10;

    private final World world;

    CancellationTest(CoroutineKind kind) {
        world = Stage.world(kind);
    }

    @Test
    void threadsOfAbandonedCoroutinesAreUsedAgain() {
        assertTrue(threadsUsedBy(stage -> stage.promise().await()) < 20 * COROUTINES);
    }

    @Test
    void threadsAreUsedAgainThoughTheirCoroutinesSwallowEverything() {
        assertTrue(threadsUsedBy(stage -> {
                    while (true) {
                        try {
                            stage.sleep(1);
                        } catch (Throwable ignored) {
                            // As a student may write who wants nothing to go wrong.
                        }
                    }
                })
                < 20 * COROUTINES);
    }

    @Test
    void threadsOfCrashedServersAreUsedAgain() {
        assertTrue(threadsUsedBy(stage -> {
                    stage.scope().close();
                    stage.sleep(1);
                })
                < 20 * COROUTINES);
    }

    private interface Behaviour {
        void play(Stage stage);
    }

    /** How many different threads carried the coroutines of a thousand simulations. */
    private int threadsUsedBy(Behaviour behaviour) {
        Set<Thread> used = ConcurrentHashMap.newKeySet();
        for (int n = 0; n < SIMULATIONS; n++) {
            Stage stage = new Stage(world);
            for (int coroutine = 0; coroutine < COROUTINES; coroutine++) {
                stage.spawn("handler", () -> {
                    used.add(Thread.currentThread());
                    behaviour.play(stage);
                });
            }
            stage.play(() -> stage.scenarioSleeps(3));
        }
        return used.size();
    }

    @Test
    void abandonedCoroutinesGetNoFurther() {
        List<String> after = new ArrayList<>();
        Stage stage = new Stage(world);
        SimPromise<String> promise = stage.promise();
        stage.spawn("awaiter", () -> {
            promise.await();
            after.add("woke");
        });
        stage.spawn("stubborn", () -> {
            try {
                stage.sleep(1000);
            } catch (RuntimeException e) {
                after.add("caught " + e);
            }
            after.add("slept");
        });
        stage.play(() -> stage.scenarioSleeps(1));
        new Stage(world).play();
        assertEquals(List.of(), after);
    }

    @Test
    void theRecordOfAnEndedSimulationDoesNotGrow() {
        for (int n = 0; n < 50; n++) {
            Stage stage = new Stage(world);
            Recording recording = stage.simulation().recording();
            for (int coroutine = 0; coroutine < COROUTINES; coroutine++) {
                stage.spawn("handler", () -> {
                    try {
                        stage.promise().await();
                    } finally {
                        stage.scope().check();
                        stage.simulation().record(Place.SCENARIO, new Note("too late"));
                    }
                });
            }
            stage.play(() -> stage.scenarioSleeps(1));
            new Stage(world).play();
            assertTrue(recording.events().stream().noneMatch(event -> event.what() instanceof Note));
        }
    }
}
