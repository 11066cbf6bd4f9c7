package kvlab.net;

/** What crosses a link: an immutable value. */
public interface Message {

    /** Whether this begins an RPC; otherwise it is a reply. */
    boolean isRequest();

    /** Its size on a wire, in bytes: what its fields take, without any framing. */
    int bytes();
}
