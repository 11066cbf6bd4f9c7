package kvlab.grader.corpus;

/** An entry of the corpus cannot be understood. The message says where, what is wrong, and what should be there. */
public final class MalformedEntryException extends RuntimeException {

    private static final long serialVersionUID = 1;

    MalformedEntryException(String place, String message) {
        super(place + ": " + message);
    }
}
