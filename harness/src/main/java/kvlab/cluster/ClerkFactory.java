package kvlab.cluster;

import kvlab.api.ClerkContext;
import kvlab.api.KeyValueClient;

/** Builds Clerks. */
@FunctionalInterface
public interface ClerkFactory {

    /** Builds a Clerk with its context. */
    KeyValueClient create(ClerkContext context);
}
