package kvlab.raft;

import java.util.List;

/** What Raft peers say to each other (Figure 2). All of it carries the sender's term. */
public sealed interface RaftMessage {

    long term();

    /** Whether this begins an RPC; otherwise it is a reply. */
    boolean isRequest();

    /** Its size on a wire, in bytes. */
    int bytes();

    /**
     * A candidate asks for a vote.
     *
     * @param lastIndex the index of the candidate's last entry
     * @param lastTerm the term of that entry
     */
    record RequestVote(long term, long lastIndex, long lastTerm) implements RaftMessage {
        @Override
        public boolean isRequest() {
            return true;
        }

        @Override
        public int bytes() {
            return 3 * Long.BYTES;
        }
    }

    /** The answer to {@link RequestVote}. */
    record RequestVoteReply(long term, boolean granted) implements RaftMessage {
        @Override
        public boolean isRequest() {
            return false;
        }

        @Override
        public int bytes() {
            return Long.BYTES + 1;
        }
    }

    /**
     * A leader replicates entries, or none to show that it is there.
     *
     * @param previousIndex the index of the entry before the first of these
     * @param previousTerm the term of that entry
     * @param commitIndex the leader's commit index
     */
    record AppendEntries(long term, long previousIndex, long previousTerm, List<Entry> entries, long commitIndex)
            implements RaftMessage {
        @Override
        public boolean isRequest() {
            return true;
        }

        @Override
        public int bytes() {
            int bytes = 4 * Long.BYTES;
            for (Entry entry : entries) {
                bytes += Long.BYTES + entry.bytes();
            }
            return bytes;
        }
    }

    /**
     * The entries are in the follower's log.
     *
     * @param matchIndex up to where the follower's log now equals the leader's
     */
    record AppendEntriesReply(long term, long matchIndex) implements RaftMessage {
        @Override
        public boolean isRequest() {
            return false;
        }

        @Override
        public int bytes() {
            return 2 * Long.BYTES;
        }
    }

    /**
     * The follower's log has no entry of the leader's term at the previous index (or the sender is no leader any more).
     *
     * @param conflictTerm the term of the entry that stands there instead; 0 if the log ends before
     * @param conflictIndex the first index of that term in the follower's log, or the one after its last entry
     */
    record AppendEntriesConflict(long term, long conflictTerm, long conflictIndex) implements RaftMessage {
        @Override
        public boolean isRequest() {
            return false;
        }

        @Override
        public int bytes() {
            return 3 * Long.BYTES;
        }
    }
}
