package kvlab.net;

import kvlab.record.Content;

/** A message. Immutable. */
public interface Message {

    /** Whether this is the request of an RPC; otherwise it is a reply. */
    boolean isRequest();

    /** What the record of a schedule says of it. To be called only while recording. */
    Content content();

    /** The size of its fields in bytes, without framing. */
    int bytes();
}
