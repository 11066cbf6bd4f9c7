// Correct: an own Raft after Figure 2 of the paper, with a coroutine for each call to a peer.
package lab;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import kvlab.api.*;

public class StudentRaft implements RaftPeer {
    private static final Duration HEARTBEAT = Duration.ofMillis(100);
    private static final int NOBODY = -1;

    private enum Role {
        FOLLOWER,
        CANDIDATE,
        LEADER
    }

    private record Entry(long term, Command command) {}

    private record Saved(long term, int votedFor, List<Entry> log) {}

    private record RequestVote(long term, long lastIndex, long lastTerm) {}

    private record Vote(long term, boolean granted) {}

    private record AppendEntries(long term, long previous, long previousTerm, List<Entry> entries, long commitIndex) {}

    /** If the logs did not match, the leader is to try again from an index on. */
    private record Appended(long term, boolean matched, long tryFrom) {}

    private final RaftContext context;
    private final int id;
    private final int size;

    // On disk; the entry of index 1 is the first of the log.
    private long term = 0;
    private int votedFor = NOBODY;
    private final List<Entry> log = new ArrayList<>();

    private Role role = Role.FOLLOWER;
    private Duration electionTime;
    private long commitIndex = 0;
    private int votes;
    private final long[] nextIndex;
    private final long[] matchIndex;

    public StudentRaft(RaftContext context) {
        this.context = context;
        id = context.id();
        size = context.clusterSize();
        nextIndex = new long[size];
        matchIndex = new long[size];
        context.saved().ifPresent(this::restore);
        resetElectionTimer();
        context.spawn(this::watchElectionTimer);
    }

    private void restore(Record state) {
        Saved saved = (Saved) state;
        term = saved.term();
        votedFor = saved.votedFor();
        log.addAll(saved.log());
    }

    private void save() {
        context.save(new Saved(term, votedFor, List.copyOf(log)));
    }

    public RaftState state() {
        return new RaftState(role == Role.LEADER, term);
    }

    public Start start(Command command) {
        if (role != Role.LEADER) {
            return new Start(false, 0, term);
        }
        log.add(new Entry(term, command));
        save();
        toPeers(this::replicate);
        return new Start(true, lastIndex(), term);
    }

    private void toPeers(IntConsumer call) {
        IntStream.range(0, size).filter(peer -> peer != id).forEach(peer -> context.spawn(() -> call.accept(peer)));
    }

    public Record handle(int from, Record request) {
        return request instanceof RequestVote vote
                ? onRequestVote(from, vote)
                : onAppendEntries((AppendEntries) request);
    }

    private void stepDown(long newTerm) {
        role = Role.FOLLOWER;
        if (newTerm > term) {
            term = newTerm;
            votedFor = NOBODY;
            save();
        }
    }

    private void resetElectionTimer() {
        electionTime = context.now().plusMillis(300 + context.random().nextInt(300));
    }

    private void watchElectionTimer() {
        while (true) {
            while (context.now().compareTo(electionTime) < 0) {
                context.sleep(electionTime.minus(context.now()));
            }
            if (role != Role.LEADER) {
                standForElection();
            }
            resetElectionTimer();
        }
    }

    private void standForElection() {
        role = Role.CANDIDATE;
        term++;
        votedFor = id;
        votes = 1;
        save();
        RequestVote request = new RequestVote(term, lastIndex(), termAt(lastIndex()));
        toPeers(peer -> askForVote(peer, request));
    }

    private void askForVote(int peer, RequestVote request) {
        Optional<Record> reply = context.call(peer, request);
        if (reply.isEmpty()) {
            return;
        }
        Vote vote = (Vote) reply.get();
        if (vote.term() > term) {
            stepDown(vote.term());
        }
        if (role != Role.CANDIDATE || term != request.term()) {
            return; // that election is over
        }
        if (vote.granted()) {
            votes++;
        }
        if (votes > size / 2) {
            lead();
        }
    }

    private Vote onRequestVote(int from, RequestVote request) {
        if (request.term() > term) {
            stepDown(request.term());
        }
        boolean granted = request.term() == term && (votedFor == NOBODY || votedFor == from) && isUpToDate(request);
        if (granted) {
            votedFor = from;
            save();
            resetElectionTimer();
        }
        return new Vote(term, granted);
    }

    private boolean isUpToDate(RequestVote request) {
        long lastTerm = termAt(lastIndex());
        return request.lastTerm() > lastTerm || request.lastTerm() == lastTerm && request.lastIndex() >= lastIndex();
    }

    private void lead() {
        role = Role.LEADER;
        Arrays.fill(nextIndex, lastIndex() + 1);
        Arrays.fill(matchIndex, 0);
        long own = term;
        context.spawn(() -> {
            while (role == Role.LEADER && term == own) {
                toPeers(this::sendHeartbeat);
                context.sleep(HEARTBEAT);
            }
        });
    }

    /** A heartbeat has no entries, but its reply tells whether the peer lacks some. */
    private void sendHeartbeat(int peer) {
        if (append(peer, List.of())) {
            replicate(peer);
        }
    }

    /** Sends a peer what it lacks, and tries further back while the logs do not match. */
    private void replicate(int peer) {
        long first;
        do {
            first = nextIndex[peer];
        } while (first <= lastIndex()
                && append(peer, List.copyOf(log.subList((int) first - 1, log.size())))
                && nextIndex[peer] < first);
    }

    /** Whether there was a reply, and its term is not over. */
    private boolean append(int peer, List<Entry> entries) {
        if (role != Role.LEADER) {
            return false;
        }
        long previous = nextIndex[peer] - 1;
        AppendEntries request = new AppendEntries(term, previous, termAt(previous), entries, commitIndex);
        Optional<Record> reply = context.call(peer, request);
        if (reply.isEmpty()) {
            return false;
        }
        Appended appended = (Appended) reply.get();
        if (appended.term() > term) {
            stepDown(appended.term());
        }
        if (role != Role.LEADER || term != request.term()) {
            return false; // that term is over
        }
        if (appended.matched()) {
            matchIndex[peer] = Math.max(matchIndex[peer], previous + entries.size());
            nextIndex[peer] = Math.max(nextIndex[peer], matchIndex[peer] + 1);
            advanceCommitIndex();
        } else {
            long from = Math.min(nextIndex[peer], appended.tryFrom());
            nextIndex[peer] = Math.max(matchIndex[peer] + 1, from);
        }
        return true;
    }

    private void advanceCommitIndex() {
        matchIndex[id] = lastIndex();
        long[] sorted = matchIndex.clone();
        Arrays.sort(sorted);
        long majorityHas = sorted[(size - 1) / 2];
        if (termAt(majorityHas) == term) { // entries of earlier terms only together with one of this
            commit(majorityHas);
        }
    }

    private Appended onAppendEntries(AppendEntries request) {
        if (request.term() < term) {
            return new Appended(term, false, 0);
        }
        stepDown(request.term());
        resetElectionTimer();
        long previous = request.previous();
        if (previous > lastIndex()) {
            return new Appended(term, false, lastIndex() + 1);
        }
        if (termAt(previous) != request.previousTerm()) {
            return new Appended(term, false, firstIndexOf(termAt(previous)));
        }
        accept(previous, request.entries());
        commit(Math.min(request.commitIndex(), previous + request.entries().size()));
        return new Appended(term, true, 0);
    }

    private void accept(long previous, List<Entry> entries) {
        long index = previous;
        boolean changed = false;
        for (Entry entry : entries) {
            index++;
            if (index > lastIndex() || termAt(index) != entry.term()) {
                log.subList((int) index - 1, log.size()).clear();
                log.add(entry);
                changed = true;
            }
        }
        if (changed) {
            save();
        }
    }

    private void commit(long upTo) {
        while (commitIndex < upTo) {
            Entry entry = log.get((int) commitIndex);
            commitIndex++;
            context.deliver(new CommittedCommand(commitIndex, entry.term(), entry.command()));
        }
    }

    private long lastIndex() {
        return log.size();
    }

    private long termAt(long index) {
        return index == 0 ? 0 : log.get((int) index - 1).term();
    }

    private long firstIndexOf(long ofTerm) {
        long index = 1;
        while (termAt(index) != ofTerm) {
            index++;
        }
        return index;
    }
}
