package kvlab.cluster;

import java.time.Duration;
import java.util.random.RandomGenerator;
import kvlab.api.Promise;
import kvlab.api.Raft;
import kvlab.api.ServerContext;

/** The {@link ServerContext} of one life of a server, and no other type: a cast of it gives student code nothing more. */
final class ServerContextFacade implements ServerContext {
    private final StudentEnvironment environment;
    private final int id;
    private final int clusterSize;
    private final Raft raft;

    ServerContextFacade(StudentEnvironment environment, int id, int clusterSize, Raft raft) {
        this.environment = environment;
        this.id = id;
        this.clusterSize = clusterSize;
        this.raft = raft;
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
