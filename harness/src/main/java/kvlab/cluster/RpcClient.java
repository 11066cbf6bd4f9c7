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

/** Makes calls from one endpoint, each of which ends with an answer, or with the certainty that none will come. */
final class RpcClient {
    /** How long it takes at most until a caller knows that no answer will come. */
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
     * @param detectionDelay decides how long it takes to be certain
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
         * @param attempt tells the caller's calls apart
         * @param delivery to be told if this copy of the request, or the answer to it, can no longer come to anything
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
            scope.after(answer.isPresent() ? 0 : timeToCertainty(), () -> outcome.complete(answer));
        });
        open.put(attempt, pendingCall);
        network.send(endpoint, to, request.of(attempt, pendingCall), pendingCall);
        return outcome.await();
    }

    /** An answer has arrived. */
    void receive(Messages.Answer answer) {
        PendingCall pendingCall = open.get(answer.attempt());
        if (pendingCall == null) {
            return; // it has ended, and this is one more copy, or its rpcClient has crashed
        }
        if (answer.sender().isClosed()) {
            pendingCall.dropped(); // what a server sent before it crashed does not outlive it
        } else {
            pendingCall.answered(answer);
        }
    }

    private long timeToCertainty() {
        return detectionDelay.nextLong(0, FAILURE_DETECTION_DELAY.toNanos());
    }
}
