package kvlab.cluster;

import kvlab.api.KeyValueServer;
import kvlab.api.ServerContext;

/** Builds a server at the beginning of each of its lives. */
@FunctionalInterface
public interface ServerFactory {

    /** A new server object, in the world of the given context. */
    KeyValueServer create(ServerContext context);
}
