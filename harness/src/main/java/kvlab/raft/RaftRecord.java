package kvlab.raft;

import java.util.List;
import java.util.function.Function;
import kvlab.api.Command;
import kvlab.api.CommittedCommand;
import kvlab.record.Happening;
import kvlab.record.RaftEvent.Appended;
import kvlab.record.RaftEvent.Committed;
import kvlab.record.RaftEvent.Overwritten;
import kvlab.record.RaftEvent.Role;
import kvlab.record.RaftEvent.State;
import kvlab.record.RaftEvent.Vote;
import kvlab.sim.Scope;

/** Records what one life of a server's Raft does, as its driver sees it, if the schedule is recorded. */
final class RaftRecord {
    private final Scope scope;
    private final boolean on;
    private final PersistentState disk;
    private final Function<Command, String> text;
    private RaftNode.Role role;
    private long term;

    /** @param disk before the driver writes to it */
    RaftRecord(Scope scope, PersistentState disk, Function<Command, String> text) {
        this.scope = scope;
        this.on = scope.simulation().recording().isOn();
        this.disk = disk;
        this.text = text;
    }

    /** Records a change of role or term since the last time. */
    void observe(RaftNode node) {
        if (!on || node.role() == role && node.state().term() == term) {
            return;
        }
        role = node.role();
        term = node.state().term();
        State state = switch (role) {
            case FOLLOWER -> State.FOLLOWER;
            case CANDIDATE -> State.CANDIDATE;
            case LEADER -> State.LEADER;
        };
        add(new Role(state, term));
    }

    void saveVote(long inTerm, int candidate) {
        if (on && candidate != PersistentState.NOBODY) {
            add(new Vote(inTerm, candidate));
        }
    }

    void saveEntry(long index, Entry entry) {
        if (on) {
            List<Entry> removed = disk.entriesFrom(index);
            for (int i = 0; i < removed.size(); i++) {
                Entry old = removed.get(i);
                add(new Overwritten(index + i, old.term(), text.apply(old.command())));
            }
            add(new Appended(index, entry.term(), text.apply(entry.command())));
        }
    }

    void commit(CommittedCommand committed) {
        if (on) {
            add(new Committed(committed.index(), committed.term(), text.apply(committed.command())));
        }
    }

    private void add(Happening what) {
        scope.simulation().record(scope.place(), what);
    }
}
