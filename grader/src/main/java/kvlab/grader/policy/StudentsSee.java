package kvlab.grader.policy;

/** The part of a test's outcome that students see, from least to most. */
public enum StudentsSee {
    /** The test is hidden. */
    NOTHING,
    /** The verdict and the points. */
    VERDICT,
    /** Also the one-line message. */
    MESSAGE,
    /** Also details, the picture of a failure, seed and replay line. */
    EVERYTHING
}
