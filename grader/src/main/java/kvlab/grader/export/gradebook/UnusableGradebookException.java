package kvlab.grader.export.gradebook;

/** The gradebook cannot be filled in; the message says why, and what to do. */
public final class UnusableGradebookException extends Exception {

    private static final long serialVersionUID = 1;

    UnusableGradebookException(String message) {
        super(message);
    }
}
