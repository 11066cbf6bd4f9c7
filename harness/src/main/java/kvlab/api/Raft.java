package kvlab.api;

/** A server's peer in the Raft group: the one way to get a command into the replicated log. */
public interface Raft {

    /**
     * Puts a command into the leader's log and begins to replicate it. Never blocks: agreement comes later, through
     * {@link KeyValueServer#onNextCommand}, or never, since leadership may be lost before the command is committed;
     * another command may then stand at the returned index.
     *
     * @param command a pure value, see {@link Command}
     * @return whether this server leads, and if it does, where the command will stand once it is committed
     * @throws IllegalArgumentException if the command is not a pure value; the message names the component
     */
    Start start(Command command);

    /** What this server believes of itself now. A leader that was cut off does not know that it has been replaced. */
    RaftState state();
}
