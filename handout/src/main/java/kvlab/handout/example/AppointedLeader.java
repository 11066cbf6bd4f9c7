package kvlab.handout.example;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import kvlab.api.Command;
import kvlab.api.CommittedCommand;
import kvlab.api.RaftContext;
import kvlab.api.RaftPeer;
import kvlab.api.RaftState;
import kvlab.api.Start;

/**
 * A Raft without elections: server 0 always leads, and while it is down nothing is committed. The handout uses it to show
 * how a peer calls, saves and delivers.
 */
public final class AppointedLeader implements RaftPeer {

    private static final Duration HEARTBEAT = Duration.ofMillis(100);
    private static final int LEADER = 0;
    private static final long ONLY_TERM = 1;

    /** On disk: the log. */
    public record Saved(List<Command> log) {}

    /** From the leader to a follower: the whole log, and how many of its entries are committed. */
    public record Replicate(List<Command> log, int committed) {}

    /** The follower's reply: how many entries it has on disk. */
    public record Stored(int entries) {}

    private final RaftContext context;
    private final int[] stored; // by server, as far as the leader has heard
    private List<Command> log;
    private int delivered;

    public AppointedLeader(RaftContext context) {
        this.context = context;
        this.stored = new int[context.clusterSize()];
        this.log = restored();
        if (leads()) {
            stored[LEADER] = log.size();
            context.spawn(this::lead);
        }
    }

    private boolean leads() {
        return context.id() == LEADER;
    }

    @Override
    public RaftState state() {
        return new RaftState(leads(), ONLY_TERM);
    }

    @Override
    public Start start(Command command) {
        if (!leads()) {
            return new Start(false, 0, 0);
        }
        List<Command> longer = new ArrayList<>(log);
        longer.add(command);
        keep(List.copyOf(longer));
        stored[LEADER] = log.size();
        return new Start(true, log.size(), ONLY_TERM);
    }

    /** The log that earlier lives saved. */
    private List<Command> restored() {
        return context.saved().map(state -> ((Saved) state).log()).orElse(List.of());
    }

    /** Saves the log before any other server hears of it: an entry that was counted must survive a crash. */
    private void keep(List<Command> entries) {
        log = entries;
        context.save(new Saved(log));
    }

    /** A timer: a loop that sleeps. Each call has a coroutine of its own, since its reply may be late. */
    private void lead() {
        while (true) {
            for (int server = 0; server < context.clusterSize(); server++) {
                if (server != LEADER) {
                    int follower = server;
                    context.spawn(() -> replicateTo(follower));
                }
            }
            context.sleep(HEARTBEAT);
        }
    }

    private void replicateTo(int follower) {
        context.call(follower, new Replicate(log, committed())) // suspends; empty if no reply will come
                .map(Stored.class::cast)
                .ifPresent(reply -> {
                    stored[follower] = Math.max(stored[follower], reply.entries()); // it may be an old reply
                    deliverUpTo(committed());
                });
    }

    /** How many entries a majority has. */
    private int committed() {
        int[] ascending = stored.clone();
        Arrays.sort(ascending);
        return ascending[(ascending.length - 1) / 2];
    }

    @Override
    public Stored handle(int from, Record request) {
        Replicate replicate = (Replicate) request;
        if (replicate.log().size() > log.size()) { // else the request is late, or a duplicate
            keep(replicate.log());
        }
        deliverUpTo(replicate.committed());
        return new Stored(log.size());
    }

    /** In order and without gaps, from 1 in each life: a restarted server gets all of it again. */
    private void deliverUpTo(int committed) {
        while (delivered < committed) {
            Command next = log.get(delivered);
            delivered++;
            context.deliver(new CommittedCommand(delivered, ONLY_TERM, next));
        }
    }
}
