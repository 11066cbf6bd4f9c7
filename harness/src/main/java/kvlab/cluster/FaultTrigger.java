package kvlab.cluster;

import java.time.Duration;

/**
 * A fault that strikes when a server reaches a trigger point rather than at a certain time.
 *
 * @param point the trigger point
 * @param occurrence how often the point must be reached, from 1, counted over all servers since the trigger was set
 * @param action what happens to the server that has reached it
 * @param lasting after how long that is undone
 */
public record FaultTrigger(TriggerPoint point, int occurrence, FaultAction action, Duration lasting) {

    /** What can happen to a server. */
    public enum FaultAction {
        /** It crashes, and starts again later. */
        CRASH,
        /** It is cut off from its peers; clients still reach it. */
        CUT_OFF,
        /** Its answers to clients are lost. */
        SILENCE
    }
}
