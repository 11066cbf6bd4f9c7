package kvlab.api;

/**
 * Names one client call. It is the same for every re-send of that call to any server, and never used for another call.
 *
 * <p>A client makes one call at a time. So once a server sees a client's sequence number {@code n}, the client has the
 * answers to all calls below {@code n} and will not send them again (a copy that was under way for long may still
 * arrive).
 *
 * @param client the client's number, unique in the cluster
 * @param sequence rises by one with each call of that client; the first call is 1
 */
public record RequestId(long client, long sequence) {}
