package kvlab.sim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import kvlab.record.Place;
import kvlab.sim.World.CoroutineKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** A closed scope is a crashed server: none of its code runs again. */
@ParameterizedClass
@EnumSource(CoroutineKind.class)
class ScopeTest {
    private final Stage stage;

    ScopeTest(CoroutineKind kind) {
        stage = new Stage(Stage.world(kind));
    }

    /** Closes the scope after 10 ms and looks on for a second. */
    private List<String> crash() {
        return stage.play(() -> {
            stage.scenarioSleeps(10);
            stage.scope().close();
            stage.note("crash");
            stage.scenarioSleeps(1000);
        });
    }

    @Test
    void sleepersNeverWake() {
        stage.spawn("sleeper", () -> {
            stage.sleep(20);
            stage.note("woke");
        });
        assertEquals(List.of("10 ms: crash"), crash());
    }

    @Test
    void thoseWhoAwaitNeverWakeEvenIfTheValueIsAlreadyThere() {
        SimPromise<String> promise = stage.promise();
        stage.spawn("awaiter", () -> stage.note(promise.await()));
        stage.spawn("impatient", () -> stage.note("" + promise.await(Duration.ofMillis(20))));
        List<String> diary = stage.play(() -> {
            stage.scenarioSleeps(10);
            promise.complete("x");
            stage.scope().close();
            stage.scenarioSleeps(1000);
        });
        assertEquals(List.of(), diary);
    }

    @Test
    void timersNeverFire() {
        stage.scope().after(Duration.ofMillis(5).toNanos(), () -> stage.note("in time"));
        stage.scope().after(Duration.ofMillis(20).toNanos(), () -> stage.note("too late"));
        assertEquals(List.of("5 ms: in time", "10 ms: crash"), crash());
    }

    @Test
    void whatWasSpawnedButHasNotBegunNeverBegins() {
        List<String> diary = stage.play(() -> {
            stage.spawn("handler", () -> stage.note("began"));
            stage.scope().close();
            stage.scope().run("another", () -> stage.note("began"));
            stage.scenarioSleeps(10);
        });
        assertEquals(List.of(), diary);
    }

    @Test
    void whoRunsWhileItsScopeClosesIsThrownOutAtItsNextCall() {
        SimPromise<String> promise = stage.promise();
        stage.spawn("suicidal", () -> {
            stage.scope().close();
            stage.note("still running");
            assertThrows(CoroutineCancelled.class, () -> promise.complete("x"));
            assertThrows(CoroutineCancelled.class, promise::isComplete);
            assertThrows(CoroutineCancelled.class, promise::await);
            assertThrows(CoroutineCancelled.class, () -> promise.await(Duration.ofMillis(1)));
            stage.note("refused four times");
            stage.sleep(1);
            stage.note("never reached");
        });
        assertEquals(List.of("0 ms: still running", "0 ms: refused four times"), stage.play());
    }

    @Test
    void anExceptionAfterTheCrashIsNobodysFailure() {
        stage.spawn("suicidal", () -> {
            stage.scope().close();
            throw new IllegalStateException("in the last breath");
        });
        assertEquals(List.of(), stage.play());
    }

    @Test
    void otherScopesGoOn() {
        Scope other = stage.simulation().scope(Place.server(1, 0), (what, failure) -> stage.note(what + " failed"));
        other.spawn("sleeper", () -> {
            other.sleep(Duration.ofMillis(20));
            stage.note("server 1 lives");
        });
        assertEquals(List.of("10 ms: crash", "20 ms: server 1 lives"), crash());
        assertTrue(stage.scope().isClosed());
    }
}
