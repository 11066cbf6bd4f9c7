package kvlab.cluster;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import kvlab.api.ClerkContext;
import kvlab.api.ServerEnd;

/** The {@link ClerkContext} of one Clerk, and no other type: a cast of it gives student code nothing more. */
final class ClerkContextFacade implements ClerkContext {
    private final StudentEnvironment environment;
    private final ClerkRequests requests;
    private final List<ServerEnd> servers;

    /** @param order decides the order of the servers: each is equally likely */
    ClerkContextFacade(StudentEnvironment environment, ClerkRequests requests, RandomGenerator order) {
        this.environment = environment;
        this.requests = requests;
        this.servers = inRandomOrder(requests, order);
    }

    /** Fisher and Yates. */
    private static List<ServerEnd> inRandomOrder(ClerkRequests requests, RandomGenerator order) {
        List<ServerEnd> ends = new ArrayList<>();
        for (int server = 0; server < requests.clusterSize(); server++) {
            ends.add(order.nextInt(server + 1), new ServerEndFacade(requests, server));
        }
        return List.copyOf(ends);
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
