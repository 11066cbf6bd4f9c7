package kvlab.api;

/**
 * What a student implements, as {@code lab.KvServer} with the one constructor {@code KvServer(ServerContext)}.
 *
 * <p>Every method runs on this server's one event loop, never two at once. Each call is a coroutine: {@link
 * Promise#await()} and {@link ServerContext#sleep} suspend that call alone, and the server goes on with other calls and
 * with {@link #onNextCommand} meanwhile. Between two suspensions nothing else of this server runs, so no locks are
 * needed. A call that really blocks or never ends stops the whole server; the harness reports where.
 *
 * <p>An exception out of any of these methods fails the test and is shown with its stack trace. After a crash the object
 * is gone, with its suspended calls; the restarted server is a new object that receives the log again from index 1.
 */
public interface KeyValueServer {

    /**
     * Replaces the key's value.
     *
     * @param request names the client's call; the same for each re-send of it
     * @param key any string, never {@code null}
     * @param value any string, never {@code null}
     * @return {@link Status#SUCCESS} only when the put has taken effect, exactly once
     */
    Status put(RequestId request, String key, String value);

    /**
     * Adds to the end of the key's value; on an absent key it acts like a put.
     *
     * @param request names the client's call; the same for each re-send of it
     * @param key any string, never {@code null}
     * @param value any string, never {@code null}
     * @return {@link Status#SUCCESS} only when the append has taken effect, exactly once
     */
    Status append(RequestId request, String key, String value);

    /**
     * Reads the key's value.
     *
     * @param request names the client's call; the same for each re-send of it
     * @param key any string, never {@code null}
     * @return with {@link Status#SUCCESS} a value that the key had at some moment between this call's begin and its end,
     *     {@code ""} if the key was absent
     */
    GetResult get(RequestId request, String key);

    /**
     * Takes the next committed command. Raft delivers commands in log order, one at a time: if this method suspends, the
     * next command waits until it has returned.
     *
     * @param committed the command with its place in the log; it may have been started by any server
     */
    void onNextCommand(CommittedCommand committed);
}
