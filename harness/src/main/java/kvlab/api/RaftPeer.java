package kvlab.api;

/**
 * What a student implements who brings an own Raft, as {@code lab.StudentRaft} with the one constructor {@code
 * StudentRaft(RaftContext)}. It takes the place of the provided one.
 *
 * <p>It is built at the start of each life of its server, before the {@link KeyValueServer} that uses it, and finds in
 * {@link RaftContext#saved} what earlier lives left. Timers and calls to peers are coroutines that it spawns. {@link
 * Raft#start} and {@link Raft#state} must not suspend. Only commands that came through {@link Raft#start} may be
 * delivered. A leader may put entries of its own into the log, such as a no-op when its term begins, but the server does not
 * see them: they are not delivered, and the indices in {@link Start} and {@link CommittedCommand} count the commands alone,
 * so that they have no gaps.
 */
public interface RaftPeer extends Raft {

    /**
     * Takes a peer's call. Runs as a coroutine of this server and may suspend.
     *
     * @param from the peer's number
     * @param request what the peer gave to {@link RaftContext#call}
     * @return the reply, a record made of pure values; it may get lost on its way
     */
    Record handle(int from, Record request);
}
