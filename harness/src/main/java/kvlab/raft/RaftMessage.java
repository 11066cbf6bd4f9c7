package kvlab.raft;

import java.util.List;

/** The messages between Raft peers (Figure 2). Each carries the sender's term. */
public sealed interface RaftMessage {

    long term();

    /** Whether this is the request of an RPC; otherwise it is a reply. */
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
     * A leader replicates entries; without entries, a heartbeat.
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
     * @param matchIndex the last index at which the follower's log is known to match the leader's
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
     * The follower's log has no entry of the leader's term at the previous index (or the sender no longer leads).
     *
     * @param conflictTerm the term of the conflicting entry; 0 if the log ends before
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
