package kvlab.cluster;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import kvlab.api.RequestId;
import kvlab.diagnostic.Diagnostic;
import kvlab.history.Operation;
import kvlab.net.Endpoint;
import kvlab.net.Network;
import kvlab.record.Place;
import kvlab.sim.Scope;

/** Sends the requests of one student's Clerk, and remarks on requests that a good Clerk would not send. */
final class ClerkRequests {
    /** The number of rounds over all servers after which a Clerk should pause. */
    private static final int MAX_ROUNDS_WITHOUT_PAUSE = 3;

    private final long clientId;
    private final int clusterSize;
    private final Network network;
    private final Endpoint endpoint;
    private final RpcClient rpcClient;
    private final Consumer<Diagnostic> remark;
    private final RequestIdRule rule;
    private int sentWithoutPause;

    /**
     * A Clerk's requests, from an endpoint of its own.
     *
     * @param remark receives remarks on the Clerk
     * @param clerkOfClientId the first Clerk to use each client id, shared by all
     */
    ClerkRequests(
            Scope scope,
            Network network,
            int number,
            long clientId,
            int clusterSize,
            Consumer<Diagnostic> remark,
            Map<Long, Integer> clerkOfClientId) {
        this.clientId = clientId;
        this.clusterSize = clusterSize;
        this.network = network;
        this.remark = remark;
        this.rule = new RequestIdRule(number, clerkOfClientId);
        this.endpoint = network.join(Place.client(number));
        this.rpcClient =
                new RpcClient(scope, network, endpoint, 0, scope.simulation().randomness().stream("certainty", number));
        endpoint.receiver((from, message) -> rpcClient.receive((Messages.Answer) message));
    }

    long clientId() {
        return clientId;
    }

    int clusterSize() {
        return clusterSize;
    }

    Endpoint endpoint() {
        return endpoint;
    }

    /** The Clerk's next call begins. */
    void begin() {
        rule.begin();
        pause();
    }

    /** The Clerk pauses within a call. */
    void pause() {
        sentWithoutPause = 0;
    }

    /** Suspends until the server has replied; empty if it is certain that no reply will come. */
    Optional<Messages.Reply> send(int server, RequestId request, Operation operation) {
        Objects.requireNonNull(request, "the RequestId is null: each call needs one, the same for each re-send");
        checkPause();
        rule.wrongWith(request, operation).ifPresent(remark);
        return rpcClient
                .call(
                        network.server(server),
                        (attempt, delivery) -> new Messages.Request(attempt, request, operation, delivery))
                .map(Messages.Reply.class::cast);
    }

    private void checkPause() {
        if (++sentWithoutPause == MAX_ROUNDS_WITHOUT_PAUSE * clusterSize) {
            remark.accept(Diagnostic.of("remark.no-pause").with("requests", sentWithoutPause));
        }
    }
}
