package kvlab.sim;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import kvlab.record.Place;
import kvlab.record.Recording;
import kvlab.sim.World.CoroutineKind;

/** A simulation for tests, with one scope in addition to the scenario's, and a log of events with their times. */
final class Stage {
    private final Simulation simulation;
    private final Scope scope;
    private final List<String> diary = new ArrayList<>();

    Stage(World world) {
        simulation = world.simulation(1, Recording.on());
        scope = simulation.scope(
                Place.server(0, 0), (what, failure) -> note(what + " failed: " + failure.getMessage()));
    }

    /** A world of a kind. Where this JVM does not offer the kind, the test is skipped. */
    static World world(CoroutineKind kind) {
        assumeTrue(
                kind == CoroutineKind.BATON || CoroutineKind.best() == kind,
                "needs JDK 24 or newer with --add-exports java.base/jdk.internal.vm=ALL-UNNAMED");
        return new World(kind, World.HANG_TIMEOUT);
    }

    Simulation simulation() {
        return simulation;
    }

    Scope scope() {
        return scope;
    }

    <T> SimPromise<T> promise() {
        return new SimPromise<>(scope);
    }

    /** Writes into the diary: "20 ms: ...". */
    void note(String what) {
        diary.add(simulation.now().toMillis() + " ms: " + what);
    }

    void spawn(String what, Runnable body) {
        scope.spawn(what, body);
    }

    void sleep(int millis) {
        scope.sleep(Duration.ofMillis(millis));
    }

    /** Plays a scenario to its end. */
    List<String> play(Runnable scenario) {
        simulation.run(scenario);
        return diary();
    }

    /** Plays, without more ado, for a second. */
    List<String> play() {
        return play(() -> scenarioSleeps(1000));
    }

    /** Lets the calling scenario wait, even when the scope is closed. */
    void scenarioSleeps(int millis) {
        simulation
                .scope(Place.SCENARIO, (what, failure) -> simulation.fail(failure))
                .sleep(Duration.ofMillis(millis));
    }

    List<String> diary() {
        return List.copyOf(diary);
    }
}
