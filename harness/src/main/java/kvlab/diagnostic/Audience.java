package kvlab.diagnostic;

/** Who reads a sentence, which decides what becomes of some of its arguments. */
public enum Audience {
    /** Those who grade: everything as it is. */
    STAFF,
    /** The submission's owner: not where the grader had it. */
    OWNER,
    /** Everybody: neither whose it is nor what differs from seed to seed, so that equal faults have equal sentences. */
    EVERYONE
}
