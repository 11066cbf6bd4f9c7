package kvlab.api;

/**
 * A command that a majority has in its log, and that therefore stays there. Raft delivers commands in log order, each
 * index once per server life, the first index being 1.
 *
 * @param index the command's place in the log, from 1, without gaps
 * @param term the term in which a leader put the command into the log
 * @param command what was given to {@link Raft#start}, by this server or another
 */
public record CommittedCommand(long index, long term, Command command) {}
