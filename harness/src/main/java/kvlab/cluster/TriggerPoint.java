package kvlab.cluster;

/** Points at which a fault is likely to show a bug. */
public enum TriggerPoint {
    /** A command has entered a leader's log, and is on its way to the followers. */
    APPENDED,
    /** A command is committed, and the leader is about to apply it; no client has been answered. */
    COMMITTED,
    /** A server has an answer ready, which is about to be sent. */
    ANSWERED,
    /** A server has won an election. */
    ELECTED,
    /** A server has begun a new life, and is about to receive its log again. */
    RESTARTED
}
