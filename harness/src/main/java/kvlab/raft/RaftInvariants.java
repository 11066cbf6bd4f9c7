package kvlab.raft;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kvlab.diagnostic.Diagnostic;

/**
 * The five properties that Raft guarantees at all times (Figure 3), asserted over all servers of one cluster while it
 * runs. Each is checked when something changes that could break it, so the check costs little and names the moment.
 * Entries are compared by identity: links and disks of a simulation hand on the entry itself, and a student's {@code
 * equals} has no say.
 */
public final class RaftInvariants {
    private final Map<Long, Integer> leaderOfTerm = new HashMap<>();
    private final List<Committed> committed = new ArrayList<>();
    private final Map<Position, Placed> placed = new HashMap<>();

    /** Where an entry stands. */
    private record Position(long index, long term) {}

    /** What is committed at an index, and in which term that happened. */
    private record Committed(Entry entry, long term) {}

    /** What was put there: in every log the same, after an entry of the same term. */
    private record Placed(Entry entry, long previousTerm) {}

    /** A property of Figure 3 does not hold: the Raft is wrong, not the server on it. */
    public static final class Violation extends RuntimeException {
        private static final long serialVersionUID = 1;

        Violation(Diagnostic diagnostic) {
            super(diagnostic.message());
        }
    }

    /** A server has been elected. */
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
                break; // it may have been elected by votes that were long under way, and is a leader of the past
            }
            if (i >= log.lastIndex() || log.entry(i + 1) != committed.get(i).entry) {
                throw new Violation(Diagnostic.of("raft.entry-lacking")
                        .with("server", server)
                        .with("term", term)
                        .with("index", i + 1));
            }
        }
    }

    /** An entry has been put into a server's log, after one of a given term. */
    void appended(int server, long index, Entry entry, long previousTerm) {
        Placed before = placed.putIfAbsent(new Position(index, entry.term()), new Placed(entry, previousTerm));
        if (before != null && (before.entry != entry || before.previousTerm != previousTerm)) {
            throw new Violation(Diagnostic.of("raft.entry-mismatch")
                    .with("server", server)
                    .with("index", index)
                    .with("term", entry.term()));
        }
    }

    /** A server drops its entries from an index on, and has committed up to another. */
    void truncated(int server, long index, long commitIndex) {
        if (index <= commitIndex) {
            throw new Violation(
                    Diagnostic.of("raft.entry-dropped").with("server", server).with("index", index));
        }
    }

    /** A server takes another for the leader of a term, in which it may lead itself. */
    void heardFromLeader(int leader, int server, long term, boolean serverLeads) {
        if (serverLeads) {
            throw new Violation(Diagnostic.of("raft.leader-appended-to")
                    .with("server", server)
                    .with("term", term)
                    .with("leader", leader));
        }
    }

    /** A server applies an entry; the first to do so is the leader of the term in which it is committed. */
    void committed(int server, long term, long index, Entry entry) {
        if (index > committed.size()) {
            committed.add(new Committed(entry, term));
        } else if (committed.get((int) index - 1).entry != entry) {
            throw new Violation(
                    Diagnostic.of("raft.entry-replaced").with("server", server).with("index", index));
        }
    }
}
