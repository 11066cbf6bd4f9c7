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
import kvlab.sim.Scope;

/** Sends the requests of one student's Clerk, and remarks on requests that a good Clerk would not send. */
final class ClerkRequests {
    /** The number of rounds over all servers after which a Clerk should pause. */
    private static final int MAX_ROUNDS_WITHOUT_PAUSE = 3;

    private final int number;
    private final long clientId;
    private final int clusterSize;
    private final Network network;
    private final Endpoint endpoint;
    private final RpcClient rpcClient;
    private final Consumer<Diagnostic> remark;
    private final Map<Long, Integer> clientIdsInUse;
    private int sentWithoutPause;

    /**
     * A Clerk's requests, from an endpoint of its own.
     *
     * @param remark receives remarks on the Clerk
     * @param clientIdsInUse the first Clerk to use each client id
     */
    ClerkRequests(
            Scope scope,
            Network network,
            int number,
            long clientId,
            int clusterSize,
            Consumer<Diagnostic> remark,
            Map<Long, Integer> clientIdsInUse) {
        this.number = number;
        this.clientId = clientId;
        this.clusterSize = clusterSize;
        this.network = network;
        this.remark = remark;
        this.clientIdsInUse = clientIdsInUse;
        this.endpoint = network.join("client " + number);
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

    /** Resets the counts: a call begins, or the Clerk pauses within one. */
    void pause() {
        sentWithoutPause = 0;
    }

    /** Suspends until the server has replied; empty if it is certain that no reply will come. */
    Optional<Messages.Reply> send(int server, RequestId request, Operation operation) {
        Objects.requireNonNull(request, "the RequestId is null: each call needs one, the same for each re-send");
        checkPause();
        checkClientId(request.client());
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

    private void checkClientId(long client) {
        Integer other = clientIdsInUse.putIfAbsent(client, number);
        if (other != null && other != number) {
            remark.accept(Diagnostic.of("remark.client-id-shared")
                    .with("first", other)
                    .with("second", number)
                    .with("id", client));
        }
    }
}
