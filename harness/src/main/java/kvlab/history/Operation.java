package kvlab.history;

/** An operation of the store. A key that was never written reads as the empty string. */
public sealed interface Operation permits Put, Append, Get {

    /** The key that the operation reads or writes. */
    String key();
}
