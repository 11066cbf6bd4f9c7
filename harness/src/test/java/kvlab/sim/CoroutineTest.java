package kvlab.sim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import kvlab.sim.World.CoroutineKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(CoroutineKind.class)
class CoroutineTest {
    private final Stage stage;

    CoroutineTest(CoroutineKind kind) {
        stage = new Stage(Stage.world(kind));
    }

    // ------------------------------------------------------------------------------------------------------- order

    @Test
    void spawnedCoroutinesStartInOrderAfterTheirParentSuspends() {
        stage.spawn("parent", () -> {
            stage.spawn("a", () -> stage.note("a"));
            stage.spawn("b", () -> stage.note("b"));
            stage.note("parent goes on");
            stage.sleep(0);
            stage.note("parent again");
        });
        assertEquals(List.of("0 ms: parent goes on", "0 ms: a", "0 ms: b", "0 ms: parent again"), stage.play());
    }

    @Test
    void sleepingForNoTimeLetsTheOthersOfThisInstantRun() {
        for (String name : List.of("a", "b")) {
            stage.spawn(name, () -> {
                for (int round = 1; round <= 3; round++) {
                    stage.note(name + round);
                    stage.sleep(0);
                }
            });
        }
        assertEquals(List.of("0 ms: a1", "0 ms: b1", "0 ms: a2", "0 ms: b2", "0 ms: a3", "0 ms: b3"), stage.play());
    }

    @Test
    void whoSleepsLessWakesEarlier() {
        for (int millis : new int[] {30, 10, 20, 10}) {
            stage.spawn("sleeper", () -> {
                stage.sleep(millis);
                stage.note("slept " + millis);
            });
        }
        assertEquals(List.of("10 ms: slept 10", "10 ms: slept 10", "20 ms: slept 20", "30 ms: slept 30"), stage.play());
    }

    @Test
    void nobodyCanSleepBackwards() {
        stage.spawn("sleeper", () -> stage.sleep(-1));
        assertEquals(
                List.of("0 ms: sleeper failed: cannot sleep for PT-0.001S: the duration must not be negative"),
                stage.play());
    }

    @Test
    void aCoroutineThatIsRunStartsWithinItsEvent() {
        stage.scope().after(Duration.ofMillis(1).toNanos(), () -> {
            stage.note("event");
            stage.scope().run("handler", () -> {
                stage.note("handler");
                stage.sleep(1);
                stage.note("handler again");
            });
        });
        assertEquals(List.of("1 ms: event", "1 ms: handler", "2 ms: handler again"), stage.play());
    }

    @Test
    void whatIsSpawnedBeforeTheScenarioRunsFirstAndMaySuspend() {
        stage.spawn("constructor", () -> {
            stage.note("constructor");
            stage.sleep(10);
            stage.note("constructor again");
        });
        List<String> diary = stage.play(() -> {
            stage.note("scenario");
            stage.scenarioSleeps(20);
            stage.note("scenario ends");
        });
        assertEquals(
                List.of("0 ms: constructor", "0 ms: scenario", "10 ms: constructor again", "20 ms: scenario ends"),
                diary);
    }

    @Test
    void theScenarioMayEndWhileOneThatBeganEarlierIsStillSuspended() {
        stage.spawn("constructor", () -> stage.promise().await());
        assertEquals(List.of("0 ms: scenario"), stage.play(() -> stage.note("scenario")));
    }

    // ----------------------------------------------------------------------------------------------------- threads

    @Test
    void whoNeverSuspendsRunsInTheThreadThatAllTheOthersRanIn() {
        Set<Thread> threads = new HashSet<>();
        long whileTheScenarioSleeps = Duration.ofMillis(10).toNanos();
        stage.scope().after(whileTheScenarioSleeps, () -> threads.add(Thread.currentThread()));
        for (int n = 0; n < 20; n++) {
            stage.scope()
                    .after(
                            whileTheScenarioSleeps + n,
                            () -> stage.scope().run("handler", () -> {
                                threads.add(Thread.currentThread());
                                stage.spawn("spawned", () -> threads.add(Thread.currentThread()));
                            }));
        }
        stage.play();
        assertEquals(1, threads.size());
    }

    @Test
    void whoInterruptsItselfReachesNobody() {
        stage.spawn("interrupter", () -> {
            Thread.currentThread().interrupt();
            stage.sleep(1);
            stage.note("itself: " + Thread.currentThread().isInterrupted());
        });
        stage.spawn("other", () -> stage.note("other: " + Thread.currentThread().isInterrupted()));
        assertEquals(List.of("0 ms: other: false", "1 ms: itself: false"), stage.play());
    }

    @Test
    void aCallFromAThreadOfTheStudentsOwnIsRefusedWithAdvice() {
        List<String> refusals = new ArrayList<>();
        stage.spawn("handler", () -> {
            Thread own = new Thread(
                    () -> {
                        try {
                            stage.sleep(1);
                        } catch (IllegalStateException e) {
                            refusals.add(e.getMessage());
                        }
                    },
                    "my own");
            own.start();
            try {
                own.join();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
        stage.play();
        assertEquals(
                List.of("this call came from thread \"my own\", which is not the simulation's: start no threads of your"
                        + " own, use context.spawn"),
                refusals);
    }

    // ---------------------------------------------------------------------------------------------------- failures

    @Test
    void anExceptionOfACoroutineReachesOnlyTheFailureHandler() {
        stage.spawn("put", () -> {
            stage.sleep(3);
            throw new IllegalArgumentException("oh");
        });
        stage.spawn("get", () -> {
            stage.sleep(4);
            stage.note("get is fine");
        });
        assertEquals(List.of("3 ms: put failed: oh", "4 ms: get is fine"), stage.play());
    }

    @Test
    void anErrorOutOfACoroutineReachesTheFailureHandlerToo() {
        stage.spawn("put", () -> {
            throw new AssertionError("never");
        });
        assertEquals(List.of("0 ms: put failed: never"), stage.play());
    }

    @Test
    void whatGetsOutOfTheScenarioComesOutOfRun() {
        IllegalStateException thrown = new IllegalStateException("expected 1 but got 2");
        assertSame(
                thrown,
                assertThrows(
                        IllegalStateException.class,
                        () -> stage.play(() -> {
                            stage.scenarioSleeps(1);
                            throw thrown;
                        })));
        AssertionError error = new AssertionError("no");
        Stage another = new Stage(new World());
        assertSame(
                error,
                assertThrows(
                        AssertionError.class,
                        () -> another.play(() -> {
                            throw error;
                        })));
    }

    @Test
    void failEndsTheSimulationAtOnce() {
        IllegalStateException cause = new IllegalStateException("server 0 broke");
        stage.spawn("breaker", () -> {
            stage.sleep(5);
            stage.simulation().fail(cause);
            stage.note("the breaker ends its turn");
        });
        stage.spawn("bystander", () -> {
            stage.sleep(5);
            stage.note("bystander");
        });
        IllegalStateException thrown = assertThrows(
                IllegalStateException.class,
                () -> stage.play(() -> {
                    stage.scenarioSleeps(1000);
                    stage.note("scenario");
                }));
        assertSame(cause, thrown);
        assertEquals(List.of("5 ms: the breaker ends its turn"), stage.diary());
    }

    @Test
    void theFirstFailureCounts() {
        stage.spawn("breaker", () -> {
            stage.simulation().fail(new IllegalStateException("first"));
            stage.simulation().fail(new IllegalStateException("second"));
            throw new IllegalStateException("third");
        });
        assertEquals(
                "first", assertThrows(IllegalStateException.class, stage::play).getMessage());
    }

    @Test
    void anExceptionOutOfAnEventEndsTheSimulation() {
        stage.scope().after(0, () -> {
            throw new IllegalStateException("event");
        });
        assertEquals(
                "event", assertThrows(IllegalStateException.class, stage::play).getMessage());
    }

    @Test
    void aFailureBeforeTheScenarioBeganIsNoReasonToWaitForIt() {
        stage.spawn("constructor", () -> stage.promise().await());
        stage.spawn("breaker", () -> stage.simulation().fail(new IllegalStateException("early")));
        assertEquals(
                "early",
                assertThrows(IllegalStateException.class, () -> stage.play(() -> stage.note("scenario")))
                        .getMessage());
        assertEquals(List.of(), stage.diary());
    }

    @Test
    void aScenarioThatWaitsForWhatCannotHappenFails() {
        assertTrue(assertThrows(
                        IllegalStateException.class,
                        () -> stage.play(() -> stage.promise().await()))
                .getMessage()
                .startsWith("the scenario waits for something that can never happen"));
    }
}
