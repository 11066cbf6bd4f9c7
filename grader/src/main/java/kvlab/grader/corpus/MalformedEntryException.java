package kvlab.grader.corpus;

/** An entry of the corpus is malformed. The message gives the place, the error and the expected form. */
public final class MalformedEntryException extends RuntimeException {

    private static final long serialVersionUID = 1;

    public MalformedEntryException(String place, String message) {
        super(place + ": " + message);
    }
}
