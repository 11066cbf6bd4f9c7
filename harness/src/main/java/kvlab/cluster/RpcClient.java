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

/** Makes calls from one endpoint, each of which ends with an answer, or after a failure-detection delay without one. */
final class RpcClient {
    /** How long it takes at most until a client knows that no answer will come. */
    private static final Duration FAILURE_DETECTION_DELAY = Duration.ofMillis(100);

    private final Scope scope;
    private final Network network;
    private final Endpoint endpoint;
    private final RandomGenerator detectionDelay;
    private final Map<Long, PendingCall> open = new HashMap<>();
    private long attempts;

    /**
     * The calls of one life.
     *
     * @param life which life of the endpoint; an answer that was meant for another is none
     * @param detectionDelay decides how long it takes to detect a failure
     */
    RpcClient(Scope scope, Network network, Endpoint endpoint, int life, RandomGenerator detectionDelay) {
        this.scope = scope;
        this.network = network;
        this.endpoint = endpoint;
        this.detectionDelay = detectionDelay;
        this.attempts = (long) life << Integer.SIZE;
    }

    /** Makes the message of one call. */
    @FunctionalInterface
    interface Request {
        /**
         * The message.
         *
         * @param attempt tells the client's calls apart
         * @param delivery receives it if this copy of the request, or the answer to it, can no longer be delivered
         */
        Message of(long attempt, Delivery delivery);
    }

    /** Sends a request and suspends until its answer is here, or none can come any more. */
    Optional<Messages.Answer> call(Endpoint to, Request request) {
        scope.check();
        SimPromise<Optional<Messages.Answer>> outcome = new SimPromise<>(scope);
        long attempt = ++attempts;
        PendingCall pendingCall = new PendingCall(answer -> {
            open.remove(attempt);
            scope.after(answer.isPresent() ? 0 : detectionTime(), () -> outcome.complete(answer));
        });
        open.put(attempt, pendingCall);
        network.send(endpoint, to, request.of(attempt, pendingCall), pendingCall);
        return outcome.await();
    }

    /** An answer has arrived. */
    void receive(Messages.Answer answer) {
        PendingCall pendingCall = open.get(answer.attempt());
        if (pendingCall == null) {
            return; // it has ended, and this is one more copy, or its client has crashed
        }
        if (answer.sender().isClosed()) {
            pendingCall.dropped(); // what a server sent before it crashed does not outlive it
        } else {
            pendingCall.answered(answer);
        }
    }

    private long detectionTime() {
        return detectionDelay.nextLong(0, FAILURE_DETECTION_DELAY.toNanos());
    }
}
