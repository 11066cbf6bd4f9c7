package kvlab.api;

/**
 * Names one client call. It is the same for every re-send of that call to any server, and never used for another call.
 *
 * <p>A client makes one call at a time. So once a server sees a client's sequence number {@code n}, the client has ended
 * all calls below {@code n} and will not send them again (a copy that was under way for long may still arrive). A call may
 * never reach a certain server, or the log: what a server sees of a client may begin at any number, and have gaps.
 *
 * @param client the client's id, unique in the cluster: any {@code long}, negative ones included
 * @param sequence positive, and rises by one with each call of that client; the first call has any positive number, not
 *     necessarily 1. No call has 0
 */
public record RequestId(long client, long sequence) {}
