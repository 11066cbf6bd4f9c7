package kvlab.cluster;

import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import java.util.random.RandomGenerator;
import kvlab.api.Command;
import kvlab.api.Promise;
import kvlab.api.Raft;
import kvlab.api.RaftState;
import kvlab.api.ServerContext;
import kvlab.api.Start;
import kvlab.sim.Scope;
import kvlab.sim.SimPromise;
import kvlab.sim.Simulation;

/** What a student's server holds of its world: no more than the contract says, and only for one life. */
final class HostedContext implements ServerContext {
    private final int id;
    private final int clusterSize;
    private final Scope scope;
    private final Raft raft;
    private final RandomGenerator random;

    HostedContext(int id, int clusterSize, Scope scope, Raft raft, RandomGenerator random) {
        this.id = id;
        this.clusterSize = clusterSize;
        this.scope = scope;
        this.raft = new Guarded(raft);
        this.random = random;
    }

    /** Raft, for the living server alone, with a line in the trace for each command. */
    private final class Guarded implements Raft {
        private final Raft peer;

        Guarded(Raft peer) {
            this.peer = peer;
        }

        @Override
        public Start start(Command command) {
            scope.check();
            Start start = peer.start(command);
            if (scope.simulation().trace().isOn()) {
                String text = StudentCode.text(command::toString);
                trace(start.leader() ? "starts " + text + " at index " + start.index() : "does not lead: " + text);
            }
            return start;
        }

        @Override
        public RaftState state() {
            scope.check();
            return peer.state();
        }
    }

    @Override
    public int id() {
        return id;
    }

    @Override
    public int clusterSize() {
        return clusterSize;
    }

    @Override
    public Raft raft() {
        return raft;
    }

    @Override
    public Duration now() {
        scope.check();
        return scope.simulation().now();
    }

    @Override
    public <T> Promise<T> promise() {
        scope.check();
        return new SimPromise<>(scope);
    }

    @Override
    public void sleep(Duration duration) {
        scope.sleep(duration);
    }

    @Override
    public void spawn(Runnable task) {
        scope.check();
        scope.spawn("spawned task", Objects.requireNonNull(task, "the task to spawn is null"));
    }

    @Override
    public RandomGenerator random() {
        scope.check();
        return random;
    }

    @Override
    public void log(String format, Object... args) {
        scope.check();
        Simulation simulation = scope.simulation();
        if (simulation.trace().isOn()) {
            trace("| " + StudentCode.text(() -> args.length == 0 ? format : String.format(Locale.ROOT, format, args)));
        }
    }

    private void trace(String what) {
        scope.simulation().trace().add(scope.simulation().now(), scope.name(), what);
    }
}
