package kvlab.net;

/**
 * Traffic counts.
 *
 * @param messages the requests and replies that were sent, including lost ones, each counted once
 * @param rpcs the requests among them
 * @param bytes the total size of the messages
 */
public record Traffic(long messages, long rpcs, long bytes) {

    /** The traffic since an earlier count. */
    public Traffic since(Traffic earlier) {
        return new Traffic(messages - earlier.messages, rpcs - earlier.rpcs, bytes - earlier.bytes);
    }
}
