package kvlab.cluster;

/** A test expected something of the submission and saw something else. The message is one line that says both. */
public final class ExpectationFailed extends AssertionError {
    private static final long serialVersionUID = 1;

    public ExpectationFailed(String message) {
        super(message);
    }
}
