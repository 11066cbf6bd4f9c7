package kvlab.grader.cli;

/** The caller must change something: the message says what, where, and to what. */
final class WrongUseException extends RuntimeException {

    private static final long serialVersionUID = 1;

    WrongUseException(String message) {
        super(message);
    }
}
