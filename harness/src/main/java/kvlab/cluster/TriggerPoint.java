package kvlab.cluster;

/** Points at which a fault is likely to show a bug. */
public enum TriggerPoint {
    /** A leader has appended a command and sent it to the followers. */
    APPENDED,
    /** A command is committed, and the leader is about to apply it. */
    COMMITTED,
    /** A leader is about to apply a command of an earlier term. */
    COMMITTED_LATE,
    /** A server is about to send an answer. */
    ANSWERED,
    /** A server has won an election. */
    ELECTED,
    /** A server has restarted, and is about to receive its log again. */
    RESTARTED
}
