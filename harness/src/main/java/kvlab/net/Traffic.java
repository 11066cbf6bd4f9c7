package kvlab.net;

/**
 * What the network has carried.
 *
 * @param messages requests and replies that were sent, those that were lost included, each once
 * @param rpcs the requests among them
 * @param bytes the size of all messages
 */
public record Traffic(long messages, long rpcs, long bytes) {

    /** What has been carried since an earlier count. */
    public Traffic since(Traffic earlier) {
        return new Traffic(messages - earlier.messages, rpcs - earlier.rpcs, bytes - earlier.bytes);
    }
}
