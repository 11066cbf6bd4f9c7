package kvlab.raft;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import kvlab.api.Command;
import kvlab.api.CommittedCommand;
import kvlab.api.Start;

/**
 * Nodes alone, without clock or network: a seed decides which message arrives next, or twice, or never, whose timer
 * runs out, who crashes and who is cut off. A message may be under way for as long as the seed likes.
 */
final class RandomCluster {
    private final Random random;
    private final int size;
    private final RaftInvariants invariants = new RaftInvariants();
    private final PersistentState[] disks;
    private final RaftNode[] nodes;
    private final int[] side;
    private final List<Letter> underWay = new ArrayList<>();
    private final List<Map<Long, CommittedCommand>> applied = new ArrayList<>();
    private final int roughness;
    private final int spread;
    private long commands;

    private record Letter(int from, int to, RaftMessage message) {}

    record Numbered(long number) implements Command {}

    RandomCluster(int size, long seed) {
        this.size = size;
        random = new Random(seed);
        roughness = 1 + random.nextInt(60);
        spread = 1 << random.nextInt(10);
        disks = new PersistentState[size];
        nodes = new RaftNode[size];
        side = new int[size];
        for (int id = 0; id < size; id++) {
            disks[id] = new PersistentState();
            applied.add(new HashMap<>());
            start(id);
        }
    }

    private void start(int id) {
        nodes[id] = new RaftNode(id, size, disks[id], new Hands(id), invariants);
    }

    /** Carries out what a node wants, and loses what cannot get through. */
    private final class Hands implements Effects {
        private final int id;
        private long next = 1;

        Hands(int id) {
            this.id = id;
        }

        @Override
        public void saveVote(long term, int votedFor) {
            disks[id].saveVote(term, votedFor);
        }

        @Override
        public void saveEntry(long index, Entry entry) {
            disks[id].saveEntry(index, entry);
        }

        @Override
        public void send(int peer, RaftMessage message) {
            if (side[id] == side[peer]) {
                underWay.add(new Letter(id, peer, message));
            }
        }

        @Override
        public void commit(CommittedCommand committed) {
            if (committed.index() != next++) {
                throw new AssertionError("server " + id + " applies " + committed + ", and not " + (next - 1));
            }
            applied.get(id).put(committed.index(), committed);
        }

        @Override
        public void restartElectionTimer() {}

        @Override
        public void startHeartbeats() {}
    }

    /** Many random steps. How rough they are, and how far messages overtake each other, is the seed's choice too. */
    void storm(int steps) {
        for (int step = 0; step < steps; step++) {
            int id = random.nextInt(size);
            int roll = random.nextInt(1000);
            if (roll < roughness) {
                nodes[id].electionTimeout();
            } else if (roll < roughness + roughness / 2) {
                start(id);
            } else if (roll < 2 * roughness) {
                divide(random.nextInt(3));
            } else {
                work(id);
            }
        }
    }

    private void work(int id) {
        int choice = random.nextInt(20);
        if (choice == 0) {
            nodes[id].heartbeat();
        } else if (choice <= 3) {
            command(id);
        } else {
            deliver(random.nextInt(1000) < roughness, random.nextInt(1000) < roughness);
        }
    }

    private void deliver(boolean lost, boolean duplicated) {
        if (underWay.isEmpty()) {
            return;
        }
        int which = random.nextInt(Math.min(spread, underWay.size()));
        Letter letter = duplicated ? underWay.get(which) : underWay.remove(which);
        if (!lost && side[letter.from] == side[letter.to]) {
            nodes[letter.to].receive(letter.from, letter.message);
        }
    }

    /** Puts servers on sides at random; with one side, all are together again. */
    private void divide(int sides) {
        for (int id = 0; id < size; id++) {
            side[id] = sides == 0 ? 0 : random.nextInt(sides);
        }
    }

    private Start command(int id) {
        return nodes[id].start(new Numbered(commands++), 8);
    }

    /**
     * Lets all come right: nothing is lost any more, and one election follows another until a command gets everywhere.
     *
     * @return how many elections it took
     */
    int heal() {
        divide(0);
        for (int election = 0; election < 4 * size; election++) {
            settle();
            for (int id = 0; id < size; id++) {
                if (nodes[id].isLeader() && getsEverywhere(command(id), id)) {
                    return election;
                }
            }
            nodes[election % size].electionTimeout();
        }
        throw new AssertionError("no progress, though nothing was wrong any more");
    }

    private boolean getsEverywhere(Start start, int leader) {
        settle();
        nodes[leader].heartbeat(); // sends the commit index
        settle();
        return applied.stream()
                .allMatch(log ->
                        log.containsKey(start.index()) && log.get(start.index()).term() == start.term());
    }

    /** Delivers in order until all is said. */
    private void settle() {
        for (int step = 0; !underWay.isEmpty(); step++) {
            if (step > 1_000_000) {
                throw new AssertionError("the servers never stop talking");
            }
            Letter letter = underWay.remove(0);
            nodes[letter.to].receive(letter.from, letter.message);
        }
    }

    /** How many commands every server has applied. */
    int agreed() {
        Map<Long, CommittedCommand> reference = applied.get(0);
        for (Map<Long, CommittedCommand> other : applied) {
            if (!reference.equals(other)) {
                throw new AssertionError("servers disagree: " + reference + " and " + other);
            }
        }
        return reference.size();
    }

    int leaders() {
        return (int) IntStream.range(0, size).filter(id -> nodes[id].isLeader()).count();
    }
}
