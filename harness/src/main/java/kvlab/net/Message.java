package kvlab.net;

/** A message. Immutable. */
public interface Message {

    /** Whether this is the request of an RPC; otherwise it is a reply. */
    boolean isRequest();

    /** The size of its fields in bytes, without framing. */
    int bytes();
}
