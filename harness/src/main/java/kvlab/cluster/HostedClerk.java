package kvlab.cluster;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import kvlab.api.ClerkContext;
import kvlab.api.GetResult;
import kvlab.api.RequestId;
import kvlab.api.ServerEnd;
import kvlab.api.Status;
import kvlab.history.Append;
import kvlab.history.Get;
import kvlab.history.Operation;
import kvlab.history.Put;
import kvlab.net.Endpoint;
import kvlab.net.Message;
import kvlab.net.Network;
import kvlab.sim.Randomness;
import kvlab.sim.Scope;
import kvlab.sim.SimPromise;
import kvlab.sim.Simulation;

/** What a student's Clerk holds of its world: no more than the contract says. */
final class HostedClerk implements ClerkContext {
    /** How long it takes at most until a Clerk knows that no answer will come. */
    private static final Duration CERTAIN_WITHIN = Duration.ofMillis(100);

    private final Scope scope;
    private final Simulation simulation;
    private final Network network;
    private final Endpoint endpoint;
    private final long number;
    private final List<ServerEnd> servers;
    private final Randomness.Stream random;
    private final Randomness.Stream certainty;
    private final Map<Long, Exchange> open = new HashMap<>();
    private long attempts;

    HostedClerk(Scope scope, Network network, long number, int clusterSize) {
        this.scope = scope;
        this.simulation = scope.simulation();
        this.network = network;
        this.number = number;
        this.endpoint = network.join("clerk " + number);
        this.random = simulation.randomness().stream("clerk", number);
        this.certainty = simulation.randomness().stream("certainty", number);
        this.servers = ends(clusterSize, simulation.randomness().stream("clerk's order of servers", number));
        endpoint.receiver(this::receive);
    }

    /** Fisher and Yates: every order is equally likely. */
    private List<ServerEnd> ends(int clusterSize, RandomGenerator order) {
        List<ServerEnd> ends = new ArrayList<>();
        for (int server = 0; server < clusterSize; server++) {
            ends.add(order.nextInt(server + 1), new End(network.server(server)));
        }
        return List.copyOf(ends);
    }

    @Override
    public long clientId() {
        return number;
    }

    @Override
    public List<ServerEnd> servers() {
        return servers;
    }

    @Override
    public Duration now() {
        scope.check();
        return simulation.now();
    }

    @Override
    public void sleep(Duration duration) {
        scope.sleep(duration);
    }

    @Override
    public RandomGenerator random() {
        scope.check();
        return random;
    }

    @Override
    public void log(String format, Object... args) {
        scope.check();
        if (simulation.trace().isOn()) {
            String text = StudentCode.text(() -> args.length == 0 ? format : String.format(Locale.ROOT, format, args));
            simulation.trace().add(simulation.now(), endpoint.name(), "| " + text);
        }
    }

    private void receive(Endpoint from, Message message) {
        Messages.Reply reply = (Messages.Reply) message;
        Exchange exchange = open.get(reply.attempt());
        if (exchange == null) {
            return; // it has ended: this is one more copy
        }
        if (reply.sender().isClosed()) {
            exchange.lost(); // what a server sent before it crashed does not outlive it
        } else {
            exchange.answered(reply);
        }
    }

    /** The way to one server. */
    private final class End implements ServerEnd {
        private final Endpoint server;

        End(Endpoint server) {
            this.server = server;
        }

        @Override
        public Optional<Status> put(RequestId request, String key, String value) {
            return call(request, new Put(key, value)).map(Messages.Reply::status);
        }

        @Override
        public Optional<Status> append(RequestId request, String key, String value) {
            return call(request, new Append(key, value)).map(Messages.Reply::status);
        }

        @Override
        public Optional<GetResult> get(RequestId request, String key) {
            return call(request, new Get(key))
                    .map(reply -> reply.status() == Status.SUCCESS
                            ? GetResult.success(reply.value())
                            : GetResult.failed(reply.status()));
        }

        private Optional<Messages.Reply> call(RequestId request, Operation operation) {
            scope.check();
            SimPromise<Optional<Messages.Reply>> outcome = new SimPromise<>(scope);
            long attempt = ++attempts;
            Exchange exchange = new Exchange(reply -> {
                open.remove(attempt);
                scope.after(reply.isPresent() ? 0 : timeToCertainty(), () -> outcome.complete(reply));
            });
            open.put(attempt, exchange);
            network.send(endpoint, server, new Messages.Request(attempt, request, operation, exchange), exchange);
            return outcome.await();
        }

        private long timeToCertainty() {
            return certainty.nextLong(0, CERTAIN_WITHIN.toNanos());
        }
    }
}
