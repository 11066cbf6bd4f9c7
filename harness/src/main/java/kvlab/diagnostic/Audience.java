package kvlab.diagnostic;

/** The reader of a sentence; determines which arguments it shows. */
public enum Audience {
    /** Course staff: all arguments. */
    STAFF,
    /** The submission's author: without paths of the grader. */
    OWNER,
    /**
     * All readers: without the author and without details that depend on the seed, so that equal faults have equal
     * sentences.
     */
    EVERYONE
}
