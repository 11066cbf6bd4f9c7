package kvlab.cluster;

import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import kvlab.api.Promise;
import kvlab.sim.Scope;
import kvlab.sim.SimPromise;
import kvlab.sim.Simulation;

/** What every context of kvlab.api offers: a clock, coroutines, random numbers and a trace, for as long as its scope lives. */
final class StudentEnvironment {
    private final Scope scope;
    private final RandomGenerator random;

    StudentEnvironment(Scope scope, RandomGenerator random) {
        this.scope = scope;
        this.random = new RandomFacade(random);
    }

    /** Lets only the living scope's coroutines and the event loop pass, as {@link Scope#check}. */
    void check() {
        scope.check();
    }

    Duration now() {
        scope.check();
        return simulation().now();
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
        trace(() ->
                "| " + StudentCode.text(() -> args.length == 0 ? format : String.format(Locale.ROOT, format, args)));
    }

    /** A line of this scope in the trace; built only if a trace is taken. */
    void trace(Supplier<String> what) {
        if (simulation().trace().isOn()) {
            simulation().trace().add(simulation().now(), scope.name(), what.get());
        }
    }

    private Simulation simulation() {
        return scope.simulation();
    }
}
