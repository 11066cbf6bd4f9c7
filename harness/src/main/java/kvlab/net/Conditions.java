package kvlab.net;

import java.time.Duration;

/**
 * The latency and reliability of links. Probabilities apply to each message independently.
 *
 * @param minLatency the minimum latency
 * @param maxLatency the maximum latency of a message that is not held back
 * @param requestLoss the probability that a request is lost
 * @param replyLoss the probability that a reply is lost
 * @param lateDelivery the probability that a request that counts as lost is delivered late
 * @param duplication the probability that a message is delivered twice, the second time held back
 * @param holdBack the probability that a message is held back, so that later ones overtake it
 * @param maxHoldBack the maximum time that a message is held back, in addition to its latency
 * @param maxLateness the maximum time by which a request that counts as lost is late
 */
public record Conditions(
        Duration minLatency,
        Duration maxLatency,
        double requestLoss,
        double replyLoss,
        double lateDelivery,
        double duplication,
        double holdBack,
        Duration maxHoldBack,
        Duration maxLateness) {

    /** No faults. Latency is 1 to 15 ms, so messages may overtake each other within that range. */
    public static final Conditions RELIABLE =
            new Conditions(Duration.ofMillis(1), Duration.ofMillis(15), 0, 0, 0, 0, 0, Duration.ZERO, Duration.ZERO);

    private static final Duration LEAST_CONSTANT_LATENCY = Duration.ofMillis(1);

    public Conditions {
        if (minLatency.isNegative() || minLatency.compareTo(maxLatency) >= 0) {
            throw new IllegalArgumentException("latency must be from a time of zero or more to a longer one, not from "
                    + minLatency + " to " + maxLatency);
        }
        for (double chance : new double[] {requestLoss, replyLoss, lateDelivery, duplication, holdBack}) {
            if (!(chance >= 0 && chance <= 1)) {
                throw new IllegalArgumentException("a chance must be from 0 to 1, not " + chance);
            }
        }
        if ((duplication > 0 || holdBack > 0) && maxHoldBack.toNanos() <= 0) {
            throw new IllegalArgumentException(
                    "messages that are held back or duplicated need a time to be held back for");
        }
        if (lateDelivery > 0 && maxLateness.toNanos() <= 0) {
            throw new IllegalArgumentException("messages that stray need a time to be late by");
        }
    }

    /** Whether a message can be lost, duplicated or held back. */
    boolean areUnreliable() {
        return requestLoss > 0 || replyLoss > 0 || duplication > 0 || holdBack > 0;
    }

    /** These conditions, with these probabilities of loss. */
    public Conditions losing(double ofRequests, double ofReplies) {
        return new Conditions(
                minLatency,
                maxLatency,
                ofRequests,
                ofReplies,
                lateDelivery,
                duplication,
                holdBack,
                maxHoldBack,
                maxLateness);
    }

    /** These conditions, with this latency. */
    public Conditions taking(Duration least, Duration most) {
        return new Conditions(
                least, most, requestLoss, replyLoss, lateDelivery, duplication, holdBack, maxHoldBack, maxLateness);
    }

    /** These conditions, with the least latency, but at least 1 ms: messages take time. */
    Conditions withConstantLatency() {
        Duration constant = minLatency.compareTo(LEAST_CONSTANT_LATENCY) < 0 ? LEAST_CONSTANT_LATENCY : minLatency;
        return taking(constant, constant.plusNanos(1));
    }

    /** These conditions, with late delivery of lost requests. */
    public Conditions deliveringLate(double chance, Duration atMost) {
        return new Conditions(
                minLatency, maxLatency, requestLoss, replyLoss, chance, duplication, holdBack, maxHoldBack, atMost);
    }

    /** These conditions, with duplicated and held-back messages. */
    public Conditions reordering(double duplicated, double heldBack, Duration atMost) {
        return new Conditions(
                minLatency,
                maxLatency,
                requestLoss,
                replyLoss,
                lateDelivery,
                duplicated,
                heldBack,
                atMost,
                maxLateness);
    }
}
