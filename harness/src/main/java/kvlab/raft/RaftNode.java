package kvlab.raft;

import java.util.Arrays;
import kvlab.api.Command;
import kvlab.api.CommittedCommand;
import kvlab.api.RaftState;
import kvlab.api.Start;
import kvlab.raft.RaftMessage.AppendEntries;
import kvlab.raft.RaftMessage.AppendEntriesConflict;
import kvlab.raft.RaftMessage.AppendEntriesReply;
import kvlab.raft.RaftMessage.RequestVote;
import kvlab.raft.RaftMessage.RequestVoteReply;

/**
 * The protocol of one server as a state machine (Figure 2): inputs are messages, the two timers and commands; outputs
 * go to {@link Effects}. It has no clock, no thread and no I/O, and the same inputs always give the same outputs.
 */
public final class RaftNode {
    /** The roles of a server. */
    enum Role {
        FOLLOWER,
        CANDIDATE,
        LEADER
    }

    private final int id;
    private final int size;
    private final RaftLog log;
    private final Effects effects;
    private final RaftInvariants invariants;

    private Role role = Role.FOLLOWER;
    private long term;
    private int votedFor;
    private long commitIndex;

    // As a candidate: who has voted for this server in this term.
    private final boolean[] votes;

    // As the leader, for each server (Figure 2, "Volatile state on leaders").
    private final long[] nextIndex;
    private final long[] matchIndex;

    /**
     * Starts or restarts a server's node.
     *
     * @param id this server's number
     * @param size the number of servers in the cluster
     * @param state this server's persistent state
     */
    public RaftNode(int id, int size, PersistentState state, Effects effects, RaftInvariants invariants) {
        this.id = id;
        this.size = size;
        this.log = new RaftLog(state.log());
        this.term = state.term();
        this.votedFor = state.votedFor();
        this.effects = effects;
        this.invariants = invariants;
        this.votes = new boolean[size];
        this.nextIndex = new long[size];
        this.matchIndex = new long[size];
    }

    public RaftState state() {
        return new RaftState(role == Role.LEADER, term);
    }

    Role role() {
        return role;
    }

    public boolean isLeader() {
        return role == Role.LEADER;
    }

    // ------------------------------------------------------------------------------------------------------ inputs

    /** Starts a client's command: the leader appends it and replicates it at once (§5.3). */
    public Start start(Command command, int bytes) {
        if (role != Role.LEADER) {
            return new Start(false, 0, term);
        }
        append(log.lastIndex() + 1, new Entry(term, command, bytes));
        matchIndex[id] = log.lastIndex();
        broadcast();
        advanceCommitIndex(); // a single server is a majority
        return new Start(true, log.lastIndex(), term);
    }

    /** The election timer expired: starts an election (§5.2). */
    public void electionTimeout() {
        if (role == Role.LEADER) {
            return;
        }
        role = Role.CANDIDATE;
        setTerm(term + 1, id);
        effects.restartElectionTimer();
        Arrays.fill(votes, false);
        votes[id] = true;
        RequestVote request = new RequestVote(term, log.lastIndex(), log.lastTerm());
        for (int peer = 0; peer < size; peer++) {
            if (peer != id) {
                effects.send(peer, request);
            }
        }
        becomeLeaderWithMajority();
    }

    /** A heartbeat interval passed: the leader sends AppendEntries, with all entries that may have been lost. */
    public void heartbeat() {
        if (role == Role.LEADER) {
            broadcast();
        }
    }

    /** Handles a message from a peer. */
    public void receive(int from, RaftMessage message) {
        if (message.term() > term) {
            stepDown(message.term());
        }
        if (message instanceof AppendEntries request) {
            onAppendEntries(from, request);
        } else if (message instanceof RequestVote request) {
            onRequestVote(from, request);
        } else if (message.term() == term) { // replies of older terms are ignored
            if (message instanceof AppendEntriesReply reply) {
                onAppendEntriesReply(from, reply);
            } else if (message instanceof AppendEntriesConflict reply) {
                onAppendEntriesConflict(from, reply);
            } else if (message instanceof RequestVoteReply reply) {
                onRequestVoteReply(from, reply);
            }
        }
    }

    /** Figure 2, "Rules for Servers", for all of them. */
    private void stepDown(long newTerm) {
        if (role == Role.LEADER) {
            effects.restartElectionTimer(); // lets the new leader's heartbeat arrive before the next election
        }
        role = Role.FOLLOWER;
        setTerm(newTerm, PersistentState.NOBODY);
    }

    // --------------------------------------------------------------------------------------------------- elections

    private void onRequestVote(int from, RequestVote request) {
        boolean granted = request.term() == term
                && (votedFor == PersistentState.NOBODY || votedFor == from)
                && log.otherIsAtLeastAsUpToDate(request.lastIndex(), request.lastTerm());
        if (granted) {
            setTerm(term, from);
            effects.restartElectionTimer();
        }
        effects.send(from, new RequestVoteReply(term, granted));
    }

    private void onRequestVoteReply(int from, RequestVoteReply vote) {
        if (role == Role.CANDIDATE && vote.granted()) {
            votes[from] = true;
            becomeLeaderWithMajority();
        }
    }

    private void becomeLeaderWithMajority() {
        int count = 0;
        for (boolean vote : votes) {
            count += vote ? 1 : 0;
        }
        if (2 * count <= size) {
            return;
        }
        role = Role.LEADER;
        invariants.elected(id, term, log);
        Arrays.fill(nextIndex, log.lastIndex() + 1);
        Arrays.fill(matchIndex, 0);
        matchIndex[id] = log.lastIndex();
        broadcast();
        effects.startHeartbeats();
    }

    private void setTerm(long newTerm, int newVotedFor) {
        if (newTerm != term || newVotedFor != votedFor) {
            term = newTerm;
            votedFor = newVotedFor;
            effects.saveVote(term, votedFor);
        }
    }

    // ------------------------------------------------------------------------------------- replication, as follower

    private void onAppendEntries(int from, AppendEntries request) {
        if (request.term() < term) {
            effects.send(from, new AppendEntriesConflict(term, 0, 0)); // only informs it of the term
            return;
        }
        invariants.recognised(from, id, term, role == Role.LEADER);
        role = Role.FOLLOWER; // a candidate accepts the leader of its own term (§5.2)
        effects.restartElectionTimer();
        long previous = request.previousIndex();
        if (previous > log.lastIndex()) {
            effects.send(from, new AppendEntriesConflict(term, 0, log.lastIndex() + 1));
        } else if (log.term(previous) != request.previousTerm()) {
            effects.send(from, new AppendEntriesConflict(term, log.term(previous), log.firstOfTerm(previous)));
        } else {
            accept(request);
            long matched = previous + request.entries().size();
            commitUpTo(Math.min(request.commitIndex(), matched)); // receiver rule 5
            effects.send(from, new AppendEntriesReply(term, matched));
        }
    }

    /** Receiver rules 3 and 4: only an entry that conflicts, and all after it, are replaced. */
    private void accept(AppendEntries request) {
        long index = request.previousIndex();
        for (Entry entry : request.entries()) {
            index++;
            if (index <= log.lastIndex()) {
                if (log.term(index) == entry.term()) {
                    continue;
                }
                invariants.truncated(id, index, commitIndex);
                log.truncate(index);
            }
            append(index, entry);
        }
    }

    private void append(long index, Entry entry) {
        invariants.appended(id, index, entry, log.term(index - 1));
        log.append(entry);
        effects.saveEntry(index, entry);
    }

    // --------------------------------------------------------------------------------------- replication, as leader

    private void broadcast() {
        for (int peer = 0; peer < size; peer++) {
            if (peer != id) {
                sendEntries(peer);
            }
        }
    }

    private void sendEntries(int peer) {
        long previous = nextIndex[peer] - 1;
        effects.send(
                peer, new AppendEntries(term, previous, log.term(previous), log.from(nextIndex[peer]), commitIndex));
    }

    private void onAppendEntriesReply(int from, AppendEntriesReply reply) {
        if (role != Role.LEADER || reply.matchIndex() <= matchIndex[from]) {
            return; // a reordered reply: the match index only grows
        }
        matchIndex[from] = reply.matchIndex();
        nextIndex[from] = reply.matchIndex() + 1;
        advanceCommitIndex();
    }

    /** Decrements the next index by a whole term (the optimization at the end of §5.3). */
    private void onAppendEntriesConflict(int from, AppendEntriesConflict reply) {
        if (role != Role.LEADER || reply.conflictIndex() == 0) {
            return;
        }
        long afterThatTerm = log.lastOfTerm(reply.conflictTerm()) + 1;
        long next = afterThatTerm > 1 && afterThatTerm < nextIndex[from] ? afterThatTerm : reply.conflictIndex();
        next = Math.max(next, matchIndex[from] + 1); // an old reply must not move it below the match index
        if (next < nextIndex[from]) {
            nextIndex[from] = next;
            sendEntries(from);
        }
    }

    /** Figure 2, last rule for leaders: only entries of the own term are committed by counting (§5.4.2). */
    private void advanceCommitIndex() {
        long[] sorted = matchIndex.clone();
        Arrays.sort(sorted);
        long majorityHas = sorted[(size - 1) / 2];
        if (majorityHas > commitIndex && log.term(majorityHas) == term) {
            commitUpTo(majorityHas);
        }
    }

    private void commitUpTo(long index) {
        while (commitIndex < index) {
            commitIndex++;
            Entry entry = log.entry(commitIndex);
            invariants.committed(id, term, commitIndex, entry);
            effects.commit(new CommittedCommand(commitIndex, entry.term(), entry.command()));
        }
    }
}
