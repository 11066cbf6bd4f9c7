package kvlab.cluster;

import java.time.Duration;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import kvlab.api.ClerkContext;
import kvlab.api.ServerEnd;
import kvlab.workload.Shuffle;

/** The {@link ClerkContext} of one Clerk, and no other type: a cast of it gives student code nothing more. */
final class ClerkContextFacade implements ClerkContext {
    private final StudentEnvironment environment;
    private final ClerkRequests requests;
    private final List<ServerEnd> servers;

    /** @param order decides the order of the servers: each is equally likely */
    ClerkContextFacade(StudentEnvironment environment, ClerkRequests requests, RandomGenerator order) {
        this.environment = environment;
        this.requests = requests;
        List<ServerEnd> ends = IntStream.range(0, requests.clusterSize())
                .<ServerEnd>mapToObj(server -> new ServerEndFacade(requests, server))
                .toList();
        this.servers = List.copyOf(Shuffle.of(ends, order));
    }

    @Override
    public long clientId() {
        return requests.clientId();
    }

    @Override
    public List<ServerEnd> servers() {
        return servers;
    }

    @Override
    public Duration now() {
        return environment.now();
    }

    @Override
    public void sleep(Duration duration) {
        requests.pause();
        environment.sleep(duration);
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
