package kvlab.record;

import java.util.List;
import java.util.Optional;
import kvlab.api.RequestId;
import kvlab.api.Status;
import kvlab.diagnostic.Quote;

/** The content of a message. */
public sealed interface Content {

    /**
     * A client's request.
     *
     * @param attempt counts what this client has sent, so it is another one for each send of the same request
     */
    record Request(RequestId id, long attempt, Invocation call) implements Content {
        @Override
        public String toString() {
            return call + " (" + named(id, attempt) + ")";
        }
    }

    /**
     * A server's reply to a client.
     *
     * @param value what a successful get read; otherwise empty
     */
    record Reply(RequestId id, long attempt, Invocation call, Status status, Optional<String> value)
            implements Content {
        public Reply {
            value = value.map(Bounded::value);
        }

        @Override
        public String toString() {
            return status + value.map(read -> " " + Quote.of(read)).orElse("") + " for " + call + " ("
                    + named(id, attempt) + ")";
        }
    }

    /**
     * A leader replicates entries; without entries, a heartbeat.
     *
     * @param count the number of entries
     * @param entries the first of them, at most {@link #MAX_ENTRIES}
     */
    record AppendEntries(
            long term, long previousIndex, long previousTerm, long count, List<Entry> entries, long commitIndex)
            implements Content {
        /** More are only counted. */
        public static final int MAX_ENTRIES = 16;

        private static final int SHOWN = 3;

        public AppendEntries {
            entries = List.copyOf(entries);
        }

        @Override
        public String toString() {
            String about = "term " + term + ", after index " + previousIndex + " of term " + previousTerm
                    + ", committed up to " + commitIndex;
            if (count == 0) {
                return "heartbeat (" + about + ")";
            }
            return "AppendEntries (" + about + "): "
                    + String.join(
                            "; ",
                            entries.stream().limit(SHOWN).map(Entry::toString).toList())
                    + (count > SHOWN ? "; and " + (count - SHOWN) + " more" : "");
        }
    }

    /** An entry of {@link AppendEntries}. */
    record Entry(long index, long term, String command) {
        @Override
        public String toString() {
            return index + ": " + command + " of term " + term;
        }
    }

    /** The reply of a follower that has the entries. */
    record AppendEntriesReply(long term, long matchIndex) implements Content {
        @Override
        public String toString() {
            return "AppendEntries done (term " + term + ", up to index " + matchIndex + ")";
        }
    }

    /** The reply of a follower whose log has another entry at the previous index, or none; or of a server of a later term. */
    record AppendEntriesConflict(long term, long conflictTerm, long conflictIndex) implements Content {
        @Override
        public String toString() {
            return "AppendEntries refused (term " + term
                    + (conflictIndex == 0
                            ? ")"
                            : ", conflict at index " + conflictIndex + " of term " + conflictTerm + ")");
        }
    }

    /** A candidate asks for a vote. */
    record RequestVote(long term, long lastIndex, long lastTerm) implements Content {
        @Override
        public String toString() {
            return "RequestVote (term " + term + ", its log ends at index " + lastIndex + " of term " + lastTerm + ")";
        }
    }

    /** The reply to {@link RequestVote}. */
    record RequestVoteReply(long term, boolean granted) implements Content {
        @Override
        public String toString() {
            return "vote " + (granted ? "granted" : "refused") + " (term " + term + ")";
        }
    }

    /**
     * A message between students' Rafts.
     *
     * @param call the number of the call, which its reply repeats
     * @param text its type and components
     */
    record PeerMessage(boolean request, long call, String text) implements Content {
        public PeerMessage {
            text = Bounded.state(text);
        }

        @Override
        public String toString() {
            return Bounded.shown(text) + (request ? "" : " (reply)");
        }
    }

    /** Another message. */
    record Other(String text) implements Content {
        public Other {
            text = Bounded.line(text);
        }

        @Override
        public String toString() {
            return text;
        }
    }

    private static String named(RequestId id, long attempt) {
        return "client " + id.client() + ", sequence " + id.sequence() + ", attempt " + attempt;
    }
}
