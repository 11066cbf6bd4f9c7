package kvlab.cluster;

import java.time.Duration;
import java.util.Optional;
import java.util.random.RandomGenerator;
import kvlab.api.CommittedCommand;
import kvlab.api.Promise;
import kvlab.api.RaftContext;

/** The {@link RaftContext} of one life of a server, and no other type: a cast of it gives student code nothing more. */
final class RaftContextFacade implements RaftContext {
    private final StudentEnvironment environment;
    private final StudentPeer peer;

    RaftContextFacade(StudentEnvironment environment, StudentPeer peer) {
        this.environment = environment;
        this.peer = peer;
    }

    @Override
    public int id() {
        return peer.id();
    }

    @Override
    public int clusterSize() {
        return peer.clusterSize();
    }

    @Override
    public Optional<Record> call(int to, Record request) {
        return peer.call(to, request);
    }

    @Override
    public void save(Record state) {
        peer.save(state);
    }

    @Override
    public Optional<Record> saved() {
        return peer.saved();
    }

    @Override
    public void deliver(CommittedCommand committed) {
        peer.deliver(committed);
    }

    @Override
    public Duration now() {
        return environment.now();
    }

    @Override
    public <T> Promise<T> promise() {
        return environment.promise();
    }

    @Override
    public void sleep(Duration duration) {
        environment.sleep(duration);
    }

    @Override
    public void spawn(Runnable task) {
        environment.spawn(task);
    }

    @Override
    public RandomGenerator random() {
        return environment.random();
    }

    @Override
    public void log(String format, Object... args) {
        environment.log(format, args);
    }
}
