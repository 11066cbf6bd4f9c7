package kvlab.grader.policy;

/** How much of a test's outcome a student sees, from least to most. */
public enum StudentsSee {
    /** Not even that there is such a test. */
    NOTHING,
    /** Whether it passed, and the points. */
    VERDICT,
    /** Also the one line that says what went wrong. */
    MESSAGE,
    /** Also details, seed and the line that replays it. */
    EVERYTHING
}
