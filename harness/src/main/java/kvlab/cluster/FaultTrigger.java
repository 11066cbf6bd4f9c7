package kvlab.cluster;

import java.time.Duration;

/**
 * A fault that is to strike at a certain moment rather than at a certain time.
 *
 * @param point what kind of moment
 * @param occurrence which of these moments, from 1, counted over all servers since the aim was set
 * @param action what happens to the server that has come to it
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
