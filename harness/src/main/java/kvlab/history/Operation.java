package kvlab.history;

/** What a client asks of the store. A key that was never written reads as the empty string. */
public sealed interface Operation permits Put, Append, Get {

    /** The one key that the operation is about. */
    String key();
}
