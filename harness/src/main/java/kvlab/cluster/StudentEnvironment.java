package kvlab.cluster;

import java.time.Duration;
import java.util.Objects;
import java.util.random.RandomGenerator;
import kvlab.api.Promise;
import kvlab.record.NoteEvent.Log;
import kvlab.sim.Scope;
import kvlab.sim.SimPromise;
import kvlab.sim.Simulation;
import kvlab.workload.Data;

/** The common part of all contexts of kvlab.api: clock, coroutines, random numbers and log, within a scope. */
final class StudentEnvironment {
    private final Scope scope;
    private final RandomGenerator random;
    private final Duration start;

    StudentEnvironment(Scope scope, RandomGenerator random) {
        this.scope = scope;
        this.random = new RandomFacade(random);
        this.start = Data.virtualStart(scope.simulation().randomness());
    }

    /** As {@link Scope#check}. */
    void check() {
        scope.check();
    }

    Duration now() {
        scope.check();
        return start.plus(simulation().now());
    }

    <T> Promise<T> promise() {
        scope.check();
        return new SimPromise<>(scope);
    }

    void sleep(Duration duration) {
        scope.sleep(duration);
    }

    void spawn(Runnable task) {
        scope.check();
        scope.spawn("spawned task", Objects.requireNonNull(task, "the task to spawn is null"));
    }

    RandomGenerator random() {
        scope.check();
        return random;
    }

    void log(String format, Object... args) {
        scope.check();
        if (simulation().recording().isOn()) {
            simulation().record(scope.place(), new Log(StudentCode.logLine(format, args)));
        }
    }

    private Simulation simulation() {
        return scope.simulation();
    }
}
