package kvlab.api;

import java.util.Optional;

/**
 * A Clerk's way to one server. Each call sends one request and suspends until the server's answer is here, or until it is
 * certain that none will come: the request or the reply was lost, or the server is down. Certainty takes 0 to 99 ms of
 * virtual time. A server that never answers keeps the call waiting until that server is gone.
 *
 * <p>No answer does not mean no effect: the server may have carried out the request, or may still do so.
 */
public interface ServerEnd {

    /** Asks this server to put. Empty: no answer will come. */
    Optional<Status> put(RequestId request, String key, String value);

    /** Asks this server to append. Empty: no answer will come. */
    Optional<Status> append(RequestId request, String key, String value);

    /** Asks this server to get. Empty: no answer will come. */
    Optional<GetResult> get(RequestId request, String key);
}
