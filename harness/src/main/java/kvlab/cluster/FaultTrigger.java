package kvlab.cluster;

import java.time.Duration;

/**
 * A fault that occurs when a server reaches a trigger point, rather than at a certain time.
 *
 * @param point the trigger point
 * @param occurrence the occurrence of the point that triggers the fault, from 1, counted over all servers
 * @param action the fault, which affects the server that reached the point
 * @param lasting the duration of the fault
 */
public record FaultTrigger(TriggerPoint point, int occurrence, FaultAction action, Duration lasting) {

    /** A fault of a server. */
    public enum FaultAction {
        /** It crashes, and starts again later. */
        CRASH,
        /** It is cut off from its peers; clients still reach it. */
        CUT_OFF,
        /** It no longer hears its peers, which still hear it; soon after, it is cut off. */
        DEAFEN,
        /** What it sends to its peers arrives only when the time is up: to them, the messages of an earlier term. */
        STALL,
        /** Its answers to clients are lost. */
        SILENCE
    }
}
