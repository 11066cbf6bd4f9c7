package kvlab.cluster;

import kvlab.api.ClerkContext;
import kvlab.api.KeyValueClient;

/** Builds Clerks. */
@FunctionalInterface
public interface ClerkFactory {

    /** A new Clerk, in the world of the given context. */
    KeyValueClient create(ClerkContext context);
}
