package kvlab.cluster;

/** Moments at which a fault is likely to bring a bug to light. */
public enum TriggerPoint {
    /** A command has got into a leader's log, and is on its way to the followers. */
    APPENDED,
    /** A command is committed, and the server that leads is about to apply it; nobody has been answered. */
    COMMITTED,
    /** A server has an answer ready, which is about to be sent. */
    ANSWERED,
    /** A server has won an election. */
    ELECTED,
    /** A server has begun a new life, and is about to be handed its log again. */
    RESTARTED
}
