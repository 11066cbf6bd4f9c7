package kvlab.cluster;

import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import java.util.random.RandomGenerator;
import kvlab.api.Promise;
import kvlab.sim.Scope;
import kvlab.sim.SimPromise;
import kvlab.sim.Simulation;

/** What every context of the contract has: a clock, coroutines, random numbers and a trace, for as long as its scope lives. */
abstract class StudentEnvironment {
    private final Scope scope;
    private final RandomGenerator random;

    StudentEnvironment(Scope scope, RandomGenerator random) {
        this.scope = scope;
        this.random = random;
    }

    final Scope scope() {
        return scope;
    }

    final Simulation simulation() {
        return scope.simulation();
    }

    public final Duration now() {
        scope.check();
        return simulation().now();
    }

    public final <T> Promise<T> promise() {
        scope.check();
        return new SimPromise<>(scope);
    }

    public void sleep(Duration duration) {
        scope.sleep(duration);
    }

    public final void spawn(Runnable task) {
        scope.check();
        scope.spawn("spawned task", Objects.requireNonNull(task, "the task to spawn is null"));
    }

    public final RandomGenerator random() {
        scope.check();
        return random;
    }

    public final void log(String format, Object... args) {
        scope.check();
        if (simulation().trace().isOn()) {
            trace("| " + StudentCode.text(() -> args.length == 0 ? format : String.format(Locale.ROOT, format, args)));
        }
    }

    final void trace(String what) {
        simulation().trace().add(simulation().now(), scope.name(), what);
    }
}
