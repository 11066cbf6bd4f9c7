package kvlab.net;

import java.time.Duration;

/**
 * How links treat single messages. Chances are from 0 to 1 and are drawn for each message by itself.
 *
 * @param minLatency the least time that a message takes
 * @param maxLatency the most, if it is not held back
 * @param requestLoss the chance that a request is lost
 * @param replyLoss the chance that a reply is lost
 * @param strays the chance that a request that counts as lost arrives all the same, late
 * @param duplication the chance that a message arrives twice, the second time held back
 * @param holdBack the chance that a message is held back, so that later ones overtake it
 * @param maxHoldBack the longest that a message is held back, beyond its latency
 */
public record Conditions(
        Duration minLatency,
        Duration maxLatency,
        double requestLoss,
        double replyLoss,
        double strays,
        double duplication,
        double holdBack,
        Duration maxHoldBack) {

    /** Nothing goes wrong: every message takes 1 to 15 ms, and messages may overtake each other within that. */
    public static final Conditions RELIABLE =
            new Conditions(Duration.ofMillis(1), Duration.ofMillis(15), 0, 0, 0, 0, 0, Duration.ZERO);

    /** Holds the components to their ranges. */
    public Conditions {
        if (minLatency.isNegative() || minLatency.compareTo(maxLatency) >= 0) {
            throw new IllegalArgumentException("latency must be from a time of zero or more to a longer one, not from "
                    + minLatency + " to " + maxLatency);
        }
        for (double chance : new double[] {requestLoss, replyLoss, strays, duplication, holdBack}) {
            if (!(chance >= 0 && chance <= 1)) {
                throw new IllegalArgumentException("a chance must be from 0 to 1, not " + chance);
            }
        }
        if ((strays > 0 || duplication > 0 || holdBack > 0) && maxHoldBack.toNanos() <= 0) {
            throw new IllegalArgumentException(
                    "messages that stray, are held back or duplicated need a time to be held back for");
        }
    }

    /** Whether a message can be lost, duplicated or held back. */
    boolean disturb() {
        return requestLoss > 0 || replyLoss > 0 || duplication > 0 || holdBack > 0;
    }

    /** These conditions, with other chances of loss. */
    public Conditions losing(double ofRequests, double ofReplies) {
        return new Conditions(
                minLatency, maxLatency, ofRequests, ofReplies, strays, duplication, holdBack, maxHoldBack);
    }

    /** These conditions, with messages that take another time. */
    public Conditions taking(Duration least, Duration most) {
        return new Conditions(least, most, requestLoss, replyLoss, strays, duplication, holdBack, maxHoldBack);
    }

    /** These conditions, with lost requests that arrive all the same. */
    public Conditions straying(double chance, Duration atMost) {
        return new Conditions(minLatency, maxLatency, requestLoss, replyLoss, chance, duplication, holdBack, atMost);
    }

    /** These conditions, with messages that arrive twice or late. */
    public Conditions reordering(double duplicated, double heldBack, Duration atMost) {
        return new Conditions(minLatency, maxLatency, requestLoss, replyLoss, strays, duplicated, heldBack, atMost);
    }
}
