package kvlab.raft;

import java.time.Duration;
import java.util.OptionalLong;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import kvlab.api.Command;
import kvlab.api.CommittedCommand;
import kvlab.api.Raft;
import kvlab.api.RaftState;
import kvlab.api.Start;
import kvlab.sim.Randomness;
import kvlab.sim.Scope;
import kvlab.sim.Simulation;

/**
 * Connects a {@link RaftNode} to timers, disk and peers for one life of a server. Ends with the scope of that life.
 */
public final class RaftDriver {
    /** The interval between a leader's heartbeats. */
    public static final Duration HEARTBEAT = Duration.ofMillis(100);

    /** The minimum election time-out: three heartbeats. */
    public static final Duration MIN_ELECTION_TIMEOUT = Duration.ofMillis(300);

    /** The maximum election time-out. The range is wide enough that split votes are rare (§9.3). */
    public static final Duration MAX_ELECTION_TIMEOUT = Duration.ofMillis(600);

    private final Scope scope;
    private final Simulation simulation;
    private final Randomness.Stream timeouts;
    private final ToIntFunction<Command> check;
    private final Runnable elected;
    private final RaftRecord record;
    private final OptionalLong regularTimeout;
    private final RaftNode node;

    private long electionDeadline;
    private boolean heartbeatsScheduled;

    /**
     * The connections of the peer.
     *
     * @param send sends messages to peers
     * @param apply receives committed commands, in log order; it must not call the driver before it returns
     * @param check rejects commands that are not pure values; returns the size of others in bytes
     * @param elected called when the peer has won an election
     * @param text a command's text for the record of a schedule
     * @param regular whether each server's election time-out is always the same, another one than the other servers'
     */
    public record Environment(
            BiConsumer<Integer, RaftMessage> send,
            Consumer<CommittedCommand> apply,
            ToIntFunction<Command> check,
            Runnable elected,
            Function<Command, String> text,
            boolean regular) {}

    /**
     * Starts a Raft peer for one life of a server.
     *
     * @param life the number of the server's life, from 0
     * @param disk the server's persistent state
     */
    public RaftDriver(
            int id,
            int size,
            long life,
            Scope scope,
            PersistentState disk,
            RaftInvariants invariants,
            Environment environment) {
        this.scope = scope;
        this.simulation = scope.simulation();
        this.check = environment.check();
        this.elected = environment.elected();
        this.regularTimeout = environment.regular() ? OptionalLong.of(regularTimeout(id, size)) : OptionalLong.empty();
        this.timeouts = simulation.randomness().stream("election timeout", id, life);
        this.record = new RaftRecord(scope, disk, environment.text());
        this.node = new RaftNode(id, size, disk, new SimulationEffects(disk, environment), invariants);
        record.observe(node);
        resetElectionDeadline();
        scope.after(MIN_ELECTION_TIMEOUT.toNanos(), this::checkElectionDeadline);
    }

    /** As {@link Raft#start}. */
    public Start start(Command command) {
        scope.check();
        return node.start(command, check.applyAsInt(command));
    }

    /** As {@link Raft#state}. */
    public RaftState state() {
        return node.state();
    }

    /** Handles a message from a peer. */
    public void receive(int from, RaftMessage message) {
        boolean led = node.isLeader();
        node.receive(from, message);
        checkRoleChange(led);
    }

    private void resetElectionDeadline() {
        long random = timeouts.nextLong(MIN_ELECTION_TIMEOUT.toNanos(), MAX_ELECTION_TIMEOUT.toNanos());
        electionDeadline = simulation.nanoTime() + regularTimeout.orElse(random);
    }

    /** They are as far from each other as they can be, so that no votes are split. */
    private static long regularTimeout(int id, int size) {
        long range = MAX_ELECTION_TIMEOUT.minus(MIN_ELECTION_TIMEOUT).toNanos();
        return MIN_ELECTION_TIMEOUT.toNanos() + range * (id + 1) / (size + 1);
    }

    /**
     * Checks the election deadline, which each heartbeat moves. A check per minimum time-out is never late, since a new
     * deadline is at least that far ahead.
     */
    private void checkElectionDeadline() {
        long now = simulation.nanoTime();
        if (now >= electionDeadline) {
            if (node.isLeader()) {
                resetElectionDeadline(); // in case it steps down
            } else {
                node.electionTimeout();
            }
        }
        long next = Math.min(electionDeadline, now + MIN_ELECTION_TIMEOUT.toNanos());
        scope.after(next - now, this::checkElectionDeadline);
    }

    private void onHeartbeat() {
        heartbeatsScheduled = node.isLeader();
        if (heartbeatsScheduled) {
            node.heartbeat();
            scope.after(HEARTBEAT.toNanos(), this::onHeartbeat);
        }
    }

    private void checkRoleChange(boolean led) {
        if (node.isLeader() != led) {
            if (!led) {
                elected.run();
            }
        }
        record.observe(node);
    }

    private final class SimulationEffects implements Effects {
        private final PersistentState disk;
        private final Environment environment;

        SimulationEffects(PersistentState disk, Environment environment) {
            this.disk = disk;
            this.environment = environment;
        }

        @Override
        public void saveVote(long term, int votedFor) {
            record.observe(node);
            record.saveVote(term, votedFor);
            disk.saveVote(term, votedFor);
        }

        @Override
        public void saveEntry(long index, Entry entry) {
            record.observe(node);
            record.saveEntry(index, entry);
            disk.saveEntry(index, entry);
        }

        @Override
        public void send(int peer, RaftMessage message) {
            record.observe(node);
            environment.send().accept(peer, message);
        }

        @Override
        public void commit(CommittedCommand committed) {
            record.observe(node);
            record.commit(committed);
            environment.apply().accept(committed);
        }

        @Override
        public void restartElectionTimer() {
            resetElectionDeadline();
        }

        @Override
        public void startHeartbeats() {
            if (!heartbeatsScheduled) {
                heartbeatsScheduled = true;
                scope.after(HEARTBEAT.toNanos(), RaftDriver.this::onHeartbeat);
            }
        }
    }
}
