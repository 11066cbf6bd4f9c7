package kvlab.grader.corpus;

/** A submission does not compile, or breaks a rule that is checked before the first test. The message says which. */
public final class RefusedException extends RuntimeException {

    private static final long serialVersionUID = 1;

    RefusedException(String message) {
        super(message);
    }
}
