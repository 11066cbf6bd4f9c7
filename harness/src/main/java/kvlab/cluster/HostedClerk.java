package kvlab.cluster;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
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
import kvlab.net.Network;
import kvlab.sim.Randomness;
import kvlab.sim.Scope;

/** What a student's Clerk holds of its world: no more than the contract says. */
final class HostedClerk extends StudentEnvironment implements ClerkContext {
    /** After so many rounds over all servers in vain a Clerk should have paused. */
    private static final int ROUNDS_WITHOUT_PAUSE = 3;

    private final long number;
    private final Endpoint endpoint;
    private final RpcClient rpcClient;
    private final List<ServerEnd> servers;
    private final Consumer<String> remark;
    private final Map<Long, Long> namesInUse;
    private int askedWithoutPause;

    /**
     * A Clerk's world.
     *
     * @param remark takes what is to be said of the Clerk
     * @param namesInUse by the client of request ids, which Clerk was the first to use it
     */
    HostedClerk(
            Scope scope,
            Network network,
            long number,
            int clusterSize,
            Consumer<String> remark,
            Map<Long, Long> namesInUse) {
        super(scope, scope.simulation().randomness().stream("clerk", number));
        Randomness randomness = scope.simulation().randomness();
        this.endpoint = network.join("client " + number);
        this.number = number;
        this.remark = remark;
        this.namesInUse = namesInUse;
        this.rpcClient = new RpcClient(scope, network, endpoint, 0, randomness.stream("certainty", number));
        this.servers = ends(network, clusterSize, randomness.stream("clerk's order of servers", number));
        endpoint.receiver((from, message) -> rpcClient.receive((Messages.Answer) message));
    }

    /** Fisher and Yates: every order is equally likely. */
    private List<ServerEnd> ends(Network network, int clusterSize, RandomGenerator order) {
        List<ServerEnd> ends = new ArrayList<>();
        for (int server = 0; server < clusterSize; server++) {
            ends.add(order.nextInt(server + 1), new End(network.server(server)));
        }
        return List.copyOf(ends);
    }

    Endpoint endpoint() {
        return endpoint;
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
    public void sleep(Duration duration) {
        askedWithoutPause = 0;
        super.sleep(duration);
    }

    /** A new call begins. */
    void begin() {
        askedWithoutPause = 0;
    }

    private void countRequest() {
        if (++askedWithoutPause == ROUNDS_WITHOUT_PAUSE * servers.size()) {
            remark.accept("a Clerk sent " + askedWithoutPause + " requests for one call without a pause: while nobody"
                    + " leads, that is a flood. Call context.sleep when all servers have been asked in vain");
        }
    }

    private void lookAtName(long client) {
        Long other = namesInUse.putIfAbsent(client, number);
        if (other != null && other != number) {
            remark.accept(
                    "the Clerks of clients " + other + " and " + number + " both sent requests in the name of client "
                            + client + ": servers must take calls of the one for re-sends of the other's. Use"
                            + " context.clientId()");
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
            Objects.requireNonNull(request, "the RequestId is null: each call needs one, the same for each re-send");
            countRequest();
            lookAtName(request.client());
            return rpcClient
                    .call(server, (attempt, delivery) -> new Messages.Request(attempt, request, operation, delivery))
                    .map(Messages.Reply.class::cast);
        }
    }
}
