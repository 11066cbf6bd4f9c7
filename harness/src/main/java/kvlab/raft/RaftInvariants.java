package kvlab.raft;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kvlab.diagnostic.Diagnostic;

/**
 * Asserts the five properties that Raft guarantees at all times (Figure 3) for all servers of a running cluster. Each
 * property is checked at each change that could violate it, so checks are cheap and report the time of the violation.
 * Entries are compared by identity, since simulated links and disks do not copy them; a student's {@code equals} is
 * never called.
 */
public final class RaftInvariants {
    private final Map<Long, Integer> leaderOfTerm = new HashMap<>();
    private final List<Committed> committed = new ArrayList<>();
    private final Map<Position, Placed> placed = new HashMap<>();

    /** The position of an entry. */
    private record Position(long index, long term) {}

    /** The entry committed at an index, and the term in which it was committed. */
    private record Committed(Entry entry, long term) {}

    /** The entry at a position, which is the same in every log, and the term of the entry before it. */
    private record Placed(Entry entry, long previousTerm) {}

    /** A property of Figure 3 does not hold: the Raft is wrong, not the server on it. */
    public static final class Violation extends RuntimeException {
        private static final long serialVersionUID = 1;

        Violation(Diagnostic diagnostic) {
            super(diagnostic.message());
        }
    }

    /** Checks an election. */
    void elected(int server, long term, RaftLog log) {
        Integer other = leaderOfTerm.putIfAbsent(term, server);
        if (other != null && other != server) {
            throw new Violation(Diagnostic.of("raft.two-leaders")
                    .with("first", other)
                    .with("second", server)
                    .with("term", term));
        }
        for (int i = 0; i < committed.size(); i++) {
            if (committed.get(i).term >= term) {
                break; // a leader of an earlier term, elected by delayed votes
            }
            if (i >= log.lastIndex() || log.entry(i + 1) != committed.get(i).entry) {
                throw new Violation(Diagnostic.of("raft.entry-lacking")
                        .with("server", server)
                        .with("term", term)
                        .with("index", i + 1));
            }
        }
    }

    /** Checks that a server's log receives an entry, after one of a given term. */
    void appended(int server, long index, Entry entry, long previousTerm) {
        Placed before = placed.putIfAbsent(new Position(index, entry.term()), new Placed(entry, previousTerm));
        if (before != null && (before.entry != entry || before.previousTerm != previousTerm)) {
            throw new Violation(Diagnostic.of("raft.entry-mismatch")
                    .with("server", server)
                    .with("index", index)
                    .with("term", entry.term()));
        }
    }

    /** Checks that a server truncates its log from an index on, given its commit index. */
    void truncated(int server, long index, long commitIndex) {
        if (index <= commitIndex) {
            throw new Violation(
                    Diagnostic.of("raft.entry-dropped").with("server", server).with("index", index));
        }
    }

    /** Checks that a server recognises another as the leader of a term. */
    void recognised(int leader, int server, long term, boolean serverLeads) {
        if (serverLeads) {
            throw new Violation(Diagnostic.of("raft.leader-appended-to")
                    .with("server", server)
                    .with("term", term)
                    .with("leader", leader));
        }
    }

    /** Checks that a server applies an entry. The first to do so is the leader of the term in which it is committed. */
    void committed(int server, long term, long index, Entry entry) {
        if (index > committed.size()) {
            committed.add(new Committed(entry, term));
        } else if (committed.get((int) index - 1).entry != entry) {
            throw new Violation(
                    Diagnostic.of("raft.entry-replaced").with("server", server).with("index", index));
        }
    }
}
