package kvlab.api;

/** How a server answers a request. */
public enum Status {
    /** The operation has taken effect. For a get, the value belongs to the answer. */
    SUCCESS,

    /**
     * This server does not lead, so it cannot serve the request. The client goes on to another server with the same
     * {@link RequestId}.
     */
    NOT_LEADER,

    /** Anything else: the operation may have taken effect, may still do so at any later time, or never. */
    TIMEOUT
}
