package kvlab.raft;

import kvlab.api.Command;

/**
 * One place in a log.
 *
 * @param term the term of the leader that put it there
 * @param command what is to be applied
 * @param bytes the command's size on a wire
 */
public record Entry(long term, Command command, int bytes) {

    /** Leaves the command out: its text is the student's. */
    @Override
    public String toString() {
        return "entry of term " + term;
    }
}
