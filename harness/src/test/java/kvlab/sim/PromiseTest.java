package kvlab.sim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.util.List;
import kvlab.sim.World.CoroutineKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(CoroutineKind.class)
class PromiseTest {
    private final Stage stage;
    private final SimPromise<String> promise;

    PromiseTest(CoroutineKind kind) {
        stage = new Stage(Stage.world(kind));
        promise = stage.promise();
    }

    @Test
    void theFirstCompletionWins() {
        stage.spawn("awaiter", () -> stage.note(promise.await()));
        stage.spawn("completer", () -> {
            stage.note("first: " + promise.complete("a"));
            stage.note("second: " + promise.complete("b"));
            stage.note("complete: " + promise.isComplete() + ", reads " + promise.await());
        });
        assertEquals(
                List.of("0 ms: first: true", "0 ms: second: false", "0 ms: complete: true, reads a", "0 ms: a"),
                stage.play());
    }

    @Test
    void thoseWhoWaitWakeInTheOrderInWhichTheyBeganToWait() {
        for (String name : List.of("a", "b", "c")) {
            stage.spawn(name, () -> stage.note(name + " gets " + promise.await()));
        }
        stage.spawn("completer", () -> {
            stage.sleep(5);
            promise.complete("x");
            stage.note("goes on first");
        });
        assertEquals(
                List.of("5 ms: goes on first", "5 ms: a gets x", "5 ms: b gets x", "5 ms: c gets x"), stage.play());
    }

    @Test
    void whoAwaitsACompletePromiseDoesNotSuspend() {
        stage.spawn("one", () -> {
            promise.complete("x");
            stage.note(promise.await() + promise.await(Duration.ZERO).orElseThrow());
        });
        stage.spawn("other", () -> stage.note("other"));
        assertEquals(List.of("0 ms: xx", "0 ms: other"), stage.play());
    }

    @Test
    void aTimeOutEndsTheWaitWithoutAValueAtItsTime() {
        stage.spawn("awaiter", () -> {
            stage.note("got " + promise.await(Duration.ofMillis(20)));
            stage.note("then " + promise.await());
        });
        stage.spawn("completer", () -> {
            stage.sleep(30);
            promise.complete("late");
        });
        assertEquals(List.of("20 ms: got Optional.empty", "30 ms: then late"), stage.play());
    }

    @Test
    void aValueInTimeEndsTheWaitAndTheTimeOutDoesNothingLater() {
        stage.spawn("awaiter", () -> {
            stage.note("got " + promise.await(Duration.ofMillis(20)));
            stage.sleep(50);
            stage.note("undisturbed");
        });
        stage.spawn("completer", () -> {
            stage.sleep(10);
            promise.complete("x");
        });
        assertEquals(List.of("10 ms: got Optional[x]", "60 ms: undisturbed"), stage.play());
    }

    @Test
    void whereCompletionAndTimeOutMeetTheOneThatWasDueFirstWins() {
        stage.spawn("early sleeper", () -> {
            stage.sleep(20);
            promise.complete("x");
        });
        stage.spawn("awaiter", () -> stage.note("got " + promise.await(Duration.ofMillis(20))));
        assertEquals(List.of("20 ms: got Optional[x]"), stage.play());
    }

    @Test
    void whereTimeOutAndCompletionMeetTheOneThatWasDueFirstWins() {
        stage.spawn("awaiter", () -> stage.note("got " + promise.await(Duration.ofMillis(20))));
        stage.spawn("late sleeper", () -> {
            stage.sleep(20);
            stage.note("completes: " + promise.complete("x"));
        });
        assertEquals(List.of("20 ms: got Optional.empty", "20 ms: completes: true"), stage.play());
    }

    @Test
    void aTimeOutOfZeroLetsTheOthersOfThisInstantRun() {
        stage.spawn("awaiter", () -> stage.note("got " + promise.await(Duration.ZERO)));
        stage.spawn("completer", () -> promise.complete("x"));
        assertEquals(List.of("0 ms: got Optional[x]"), stage.play());
    }

    @Test
    void nobodyWaitsForEverBecauseAnotherGaveUp() {
        stage.spawn("impatient", () -> stage.note("impatient " + promise.await(Duration.ofMillis(1))));
        stage.spawn("patient", () -> stage.note("patient " + promise.await()));
        stage.spawn("completer", () -> {
            stage.sleep(2);
            promise.complete("x");
        });
        assertEquals(List.of("1 ms: impatient Optional.empty", "2 ms: patient x"), stage.play());
    }

    @Test
    void nullIsNoValueToCompleteWith() {
        stage.spawn("completer", () -> {
            NullPointerException refused = assertThrows(NullPointerException.class, () -> promise.complete(null));
            stage.note(refused.getMessage());
            stage.note("complete: " + promise.isComplete());
        });
        assertEquals(
                List.of(
                        "0 ms: a promise cannot be completed with null: await() must return a value",
                        "0 ms: complete: false"),
                stage.play());
    }

    @Test
    void aNegativeTimeOutIsRefusedWithWhatItWas() {
        stage.spawn("awaiter", () -> promise.await(Duration.ofMillis(-3)));
        assertEquals(
                List.of("0 ms: awaiter failed: cannot wait for PT-0.003S: the time-out must not be negative"),
                stage.play());
    }

    @Test
    void aTimeOutOfManyYearsIsAsGoodAsNone() {
        stage.spawn("awaiter", () -> stage.note("got " + promise.await(Duration.ofSeconds(Long.MAX_VALUE))));
        stage.spawn("completer", () -> {
            stage.sleep(1);
            promise.complete("x");
        });
        assertEquals(List.of("1 ms: got Optional[x]"), stage.play());
    }

    @Test
    void anEventCannotWait() {
        stage.scope().after(1000, () -> {
            IllegalStateException refused = assertThrows(IllegalStateException.class, promise::await);
            stage.note(refused.getMessage());
        });
        assertEquals(List.of("0 ms: only a coroutine can wait, and this is an event of the simulation"), stage.play());
    }
}
