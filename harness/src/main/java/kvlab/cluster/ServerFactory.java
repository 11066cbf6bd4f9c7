package kvlab.cluster;

import kvlab.api.KeyValueServer;
import kvlab.api.ServerContext;

/** Builds a server object at the start of each life of a server. */
@FunctionalInterface
public interface ServerFactory {

    /** Builds a server object with its context. */
    KeyValueServer create(ServerContext context);
}
