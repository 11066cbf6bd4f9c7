package lab;

import kvlab.api.ClerkContext;
import kvlab.api.KeyValueClient;

/**
 * A client's way to the store, for the extended lab: it turns one call of the client into as many requests as it takes.
 * In the core lab it is not used, and you can leave it as it is.
 *
 * <p>The handout says what to build; the Javadoc of {@code kvlab.api} says what each part promises. Run {@code ./kvlab
 * test --suite extended} to see where you are.
 */
public class Clerk implements KeyValueClient {

    // ========================================================================================= What this Clerk knows
    //
    // Your fields. They must not be static: Clerks share nothing, neither with each other nor with the servers.
    //
    // Hint: two things are worth a field of their own: how many calls there have been, and which server to ask first.

    private final ClerkContext context;

    public Clerk(ClerkContext context) {
        this.context = context;
    }

    // ================================================================================================ Client calls
    //
    // A call returns when it has taken effect, however long that takes: it never gives up. There is one call at a time.
    //
    // Hint: a request may get no answer (empty), NOT_LEADER or TIMEOUT. In which of these cases may it still have
    // taken effect? And if you send it again, how can a server tell that it is the same call?
    //
    // Hint: the three methods differ in one line. What they have in common can be one method.

    @Override
    public String get(String key) {
        throw new UnsupportedOperationException(
                "get is not written yet: ask the servers of context.servers(), one after"
                        + " another, until one answers SUCCESS, then return the value");
    }

    @Override
    public void put(String key, String value) {
        throw new UnsupportedOperationException("put is not written yet: make one RequestId of context.clientId() and a"
                + " number that rises by one with each call, and send it to one server after another until one answers"
                + " SUCCESS");
    }

    @Override
    public void append(String key, String value) {
        throw new UnsupportedOperationException("append is not written yet: it goes the same way as put");
    }
}
