package lab;

import kvlab.api.ClerkContext;
import kvlab.api.KeyValueClient;

/**
 * A client of the store, for the extended lab. It sends each call to one server after another until one of them answers
 * {@code SUCCESS}. The core lab does not use it, and you can leave it as it is.
 *
 * <p>The handout says what to build; the Javadoc of {@code kvlab.api} says what each part promises. Run {@code ./kvlab
 * test --suite extended} to see where you are.
 */
public class Clerk implements KeyValueClient {

    // ========================================================================================= What this Clerk knows
    //
    // Your fields. They must not be static: Clerks share nothing, neither with each other nor with the servers.
    //
    // Hint: two things deserve a field each: the sequence number of the latest call, and which server to ask first.

    private final ClerkContext context;

    public Clerk(ClerkContext context) {
        this.context = context;
    }

    // ================================================================================================ Client calls
    //
    // A call returns when it has taken effect, however long that takes: it never gives up. There is one call at a time.
    //
    // Hint: a request may end with no answer (empty), NOT_LEADER or TIMEOUT. In which of these cases may it still take
    // effect? And if you send the call again, how can a server tell that it is the same call?
    //
    // Hint: the three methods differ in the request only. The loop over the servers can be one method. When should it
    // pause?

    @Override
    public String get(String key) {
        throw new UnsupportedOperationException("get is not written yet: it goes the same way as put, and returns the"
                + " value that came with SUCCESS");
    }

    @Override
    public void put(String key, String value) {
        throw new UnsupportedOperationException("put is not written yet: make one RequestId of context.clientId() and a"
                + " sequence number that rises by one with each call, and send it to one server after another until one"
                + " answers SUCCESS");
    }

    @Override
    public void append(String key, String value) {
        throw new UnsupportedOperationException("append is not written yet: it goes the same way as put");
    }
}
