package kvlab.grader.update;

/** What was named is no kit, or a damaged one. The message is for the user. */
public final class UnusableKitException extends Exception {

    private static final long serialVersionUID = 1;

    UnusableKitException(String message) {
        super(message);
    }
}
