package kvlab.record;

/** What happens in a server's Raft. Commands are texts of their components. */
public sealed interface RaftEvent extends Happening {

    /** A server takes another role, or goes on in its role in another term. */
    record Role(State state, long term) implements RaftEvent {
        @Override
        public String toString() {
            return state.text + " in term " + term;
        }
    }

    /** The roles. */
    enum State {
        FOLLOWER("follows"),
        CANDIDATE("is a candidate"),
        LEADER("leads"),
        /** A student's Raft says that it does not lead; whether it is a candidate is not known. */
        NOT_LEADER("does not lead");

        private final String text;

        State(String text) {
            this.text = text;
        }
    }

    /** A server votes for a candidate, which may be itself, and saves that. */
    record Vote(long term, int candidate) implements RaftEvent {
        @Override
        public String toString() {
            return "votes for server " + candidate + " in term " + term;
        }
    }

    /** A server's log receives an entry. */
    record Appended(long index, long term, String command) implements RaftEvent {
        @Override
        public String toString() {
            return "appends " + entry(index, term, command);
        }
    }

    /** An entry is removed from a server's log, since the leader has another one at this index or before. */
    record Overwritten(long index, long term, String command) implements RaftEvent {
        @Override
        public String toString() {
            return "removes " + entry(index, term, command);
        }
    }

    /** A server learns that an entry is committed; for a student's Raft, when it delivers the entry's command. */
    record Committed(long index, long term, String command) implements RaftEvent {
        @Override
        public String toString() {
            return "commits " + entry(index, term, command);
        }
    }

    /**
     * A server's {@code start} has returned.
     *
     * @param leader whether the command was accepted; if not, index and term mean nothing
     */
    record Started(boolean leader, long index, long term, String command) implements RaftEvent {
        @Override
        public boolean leads() {
            return false; // what it led to happened while it ran
        }

        @Override
        public String toString() {
            return leader ? "starts " + entry(index, term, command) : "does not lead, cannot start " + command;
        }
    }

    /** A student's Raft saves its state. */
    record Saved(String state) implements RaftEvent {
        public Saved {
            state = Bounded.state(state);
        }

        @Override
        public String toString() {
            return "saves " + Bounded.shown(state);
        }
    }

    private static String entry(long index, long term, String command) {
        return index + ": " + command + " of term " + term;
    }
}
