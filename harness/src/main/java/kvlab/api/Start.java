package kvlab.api;

/**
 * What became of a command given to {@link Raft#start}.
 *
 * @param leader whether this server leads; if not, the command is in no log, and index and term mean nothing
 * @param index where the command will stand in the log if it is ever committed
 * @param term the leader's term, in which it put the command there
 */
public record Start(boolean leader, long index, long term) {}
