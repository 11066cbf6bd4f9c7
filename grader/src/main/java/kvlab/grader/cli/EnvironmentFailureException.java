package kvlab.grader.cli;

/** The machine lacks what a command needs; the message says what, where, and what to do. The exit code is 3. */
final class EnvironmentFailureException extends RuntimeException {

    private static final long serialVersionUID = 1;

    EnvironmentFailureException(String message) {
        super(message);
    }
}
