package kvlab.api;

/**
 * The answer to a get.
 *
 * @param status how the server answers
 * @param value the key's value exactly when the status is {@link Status#SUCCESS} (a key that is absent reads as {@code
 *     ""}), otherwise {@code null}
 */
public record GetResult(Status status, String value) {

    /**
     * Holds the two components to their rule.
     *
     * @throws IllegalArgumentException if the status is missing, a success has no value, or another status has one
     */
    public GetResult {
        if (status == null) {
            throw new IllegalArgumentException("a GetResult needs a status");
        }
        if ((status == Status.SUCCESS) != (value != null)) {
            throw new IllegalArgumentException(
                    value == null
                            ? "a successful get needs a value: an absent key reads as \"\", never as null"
                            : "a get that ended in " + status + " has no value: use GetResult.failed(" + status + ")");
        }
    }

    /**
     * The answer of a get that succeeded.
     *
     * @param value the key's value, {@code ""} if the key is absent
     */
    public static GetResult success(String value) {
        return new GetResult(Status.SUCCESS, value);
    }

    /**
     * The answer of a get that did not succeed.
     *
     * @param status {@link Status#NOT_LEADER} or {@link Status#TIMEOUT}
     */
    public static GetResult failed(Status status) {
        return new GetResult(status, null);
    }
}
