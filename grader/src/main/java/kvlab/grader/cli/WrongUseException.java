package kvlab.grader.cli;

/** A usage error; the message says what to change, and how. */
final class WrongUseException extends RuntimeException {

    private static final long serialVersionUID = 1;

    WrongUseException(String message) {
        super(message);
    }
}
