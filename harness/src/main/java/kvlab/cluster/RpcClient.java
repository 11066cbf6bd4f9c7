package kvlab.cluster;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import kvlab.net.Delivery;
import kvlab.net.Endpoint;
import kvlab.net.Message;
import kvlab.net.Network;
import kvlab.sim.Scope;
import kvlab.sim.SimPromise;

/** Makes calls from one endpoint. Each ends with a reply, or without one after a failure-detection delay. */
final class RpcClient {
    /** The maximum time until a client knows that no reply will arrive. */
    private static final Duration FAILURE_DETECTION_DELAY = Duration.ofMillis(100);

    private final Scope scope;
    private final Network network;
    private final Endpoint endpoint;
    private final RandomGenerator detectionDelay;
    private final Map<Long, PendingCall> open = new HashMap<>();
    private long attempts;

    /**
     * A client for one life of the endpoint.
     *
     * @param life the number of the endpoint's life; replies for another life are ignored
     * @param detectionDelay draws the failure-detection delays
     */
    RpcClient(Scope scope, Network network, Endpoint endpoint, int life, RandomGenerator detectionDelay) {
        this.scope = scope;
        this.network = network;
        this.endpoint = endpoint;
        this.detectionDelay = detectionDelay;
        this.attempts = (long) life << Integer.SIZE;
    }

    /** Creates the request of a call. */
    @FunctionalInterface
    interface Request {
        /**
         * Creates the request.
         *
         * @param attempt the call's number
         * @param delivery tracks the copies of the request and its replies
         */
        Message of(long attempt, Delivery delivery);
    }

    /** Sends a request and suspends until its reply arrives, or none can arrive any more. */
    Optional<Messages.Answer> call(Endpoint to, Request request) {
        scope.check();
        SimPromise<Optional<Messages.Answer>> outcome = new SimPromise<>(scope, to.place());
        long attempt = ++attempts;
        PendingCall pendingCall = new PendingCall(answer -> {
            open.remove(attempt);
            scope.after(answer.isPresent() ? 0 : detectionTime(), () -> outcome.complete(answer));
        });
        open.put(attempt, pendingCall);
        network.send(endpoint, to, request.of(attempt, pendingCall), pendingCall);
        return outcome.await();
    }

    /** Passes a reply to its call. */
    void receive(Messages.Answer answer) {
        PendingCall pendingCall = open.get(answer.attempt());
        if (pendingCall == null) {
            return; // a duplicate, or the client has crashed
        }
        if (answer.sender().isClosed()) {
            pendingCall.dropped(); // replies of an earlier life are ignored
        } else {
            pendingCall.answered(answer);
        }
    }

    private long detectionTime() {
        return detectionDelay.nextLong(0, FAILURE_DETECTION_DELAY.toNanos());
    }
}
