package kvlab.api;

/**
 * What a student's {@code lab.Clerk} offers to the users of the store. A call returns when it has taken effect exactly
 * once, however often it had to be sent, and however long that takes. One call at a time per Clerk.
 */
public interface KeyValueClient {

    /**
     * Reads the key's value.
     *
     * @param key any string, never {@code null}
     * @return a value that the key had at some moment of this call, {@code ""} if the key was absent
     */
    String get(String key);

    /**
     * Replaces the key's value.
     *
     * @param key any string, never {@code null}
     * @param value any string, never {@code null}
     */
    void put(String key, String value);

    /**
     * Adds to the end of the key's value; on an absent key it acts like a put.
     *
     * @param key any string, never {@code null}
     * @param value any string, never {@code null}
     */
    void append(String key, String value);
}
