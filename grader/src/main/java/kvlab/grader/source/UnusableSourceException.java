package kvlab.grader.source;

/** A path does not lead to exactly one submission. The message says what is there and what to do. */
public final class UnusableSourceException extends Exception {

    private static final long serialVersionUID = 1;

    UnusableSourceException(String message) {
        super(message);
    }
}
