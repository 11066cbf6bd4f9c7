package kvlab.cluster;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import kvlab.api.RaftState;
import kvlab.diagnostic.Diagnostic;
import kvlab.record.Timeline;
import kvlab.sim.Scope;
import kvlab.sim.SimPromise;

/** The servers that lead, as they say themselves. Call methods that wait from a coroutine. */
public final class Leaders {
    private static final Duration CHECK_INTERVAL = Duration.ofMillis(10);

    /** The maximum time until a server that alone can be elected has been elected. */
    private static final Duration ELECTION_LIMIT = Duration.ofSeconds(15);

    /** A leader's next heartbeats bring the others' logs up to date within this time. */
    private static final Duration CATCH_UP = Duration.ofMillis(220);

    private final Cluster cluster;
    private final Scope scope;
    private final Server[] servers;
    private final IntPredicate isReachable;
    private OptionalInt toLeadAtTheEnd = OptionalInt.empty();

    /** @param isReachable whether a server is up and connected */
    Leaders(Cluster cluster, Scope scope, Server[] servers, IntPredicate isReachable) {
        this.cluster = cluster;
        this.scope = scope;
        this.servers = servers;
        this.isReachable = isReachable;
    }

    /** A leader and its term. */
    public record Reign(int leader, long term) {}

    /** The server that leads the term that all reachable servers are in, if there is one. */
    public Optional<Reign> standing() {
        int leader = new LeaderWatch(scope, servers, isReachable).standing();
        return leader < 0
                ? Optional.empty()
                : Optional.of(new Reign(leader, servers[leader].raftState().term()));
    }

    /** Whether more than one server takes itself for the leader: all but one of them are cut off. */
    public boolean areSeveral() {
        int count = 0;
        for (Server server : servers) {
            count += server.isUp() && server.raftState().leader() ? 1 : 0;
        }
        return count > 1;
    }

    /** As {@link Cluster#awaitLeader}. */
    int await() {
        return new LeaderWatch(scope, servers, isReachable)
                .await(Cluster.LEADER_TIMEOUT)
                .orElseThrow(() -> new NoLeader(Diagnostic.of("raft.no-leader")
                        .with("seconds", Cluster.LEADER_TIMEOUT.toSeconds())
                        .with("time", Timeline.seconds(cluster.now()))
                        .with(
                                "reachable",
                                IntStream.range(0, servers.length)
                                        .filter(isReachable)
                                        .count())
                        .with("servers", servers.length)));
    }

    /**
     * Waits, and requires that a server stays the leader of its term meanwhile.
     *
     * @throws NoLeader if it is deposed meanwhile
     */
    public void expectStillLeads(int leader, Duration time) {
        long term = servers[leader].raftState().term();
        cluster.sleep(time);
        RaftState state = servers[leader].raftState(); // a deposed leader cannot lead in the same term again
        if (!state.leader() || state.term() != term) {
            throw new NoLeader(Diagnostic.of("raft.leader-deposed")
                    .with("leader", leader)
                    .with("term", term)
                    .with("seconds", time.toSeconds()));
        }
    }

    /**
     * Waits until another server than an old leader takes itself for the leader, and no longer: the others may not know
     * of it, and it may be deposed at once.
     *
     * @return the new leader; if there is none in time, the next server
     */
    public int awaitSuccessor(int old) {
        IntPredicate leads = server -> server != old
                && servers[server].isUp()
                && servers[server].raftState().leader();
        SimPromise<Integer> found = new SimPromise<>(scope);
        poll(leads, scope.simulation().now().plus(Cluster.LEADER_TIMEOUT), found);
        int successor = found.await();
        return successor < 0 ? (old + 1) % servers.length : successor;
    }

    /**
     * Tries to have a server elected: connects it to each of the followers, and those to it alone, so that only it can be
     * elected. All links stay so until {@link Cluster#reconnectAll}.
     *
     * @return whether it leads; a Raft of a student's may need longer
     */
    public boolean letLead(int server) {
        if (servers[server].raftState().leader()) {
            return true;
        }
        List<Integer> followers = new ArrayList<>();
        for (int other = 0; other < servers.length; other++) {
            if (other != server && !servers[other].raftState().leader()) {
                followers.add(other);
            }
        }
        cluster.star(server, followers);
        SimPromise<Integer> found = new SimPromise<>(scope);
        poll(
                each -> each == server && servers[each].raftState().leader(),
                scope.simulation().now().plus(ELECTION_LIMIT),
                found);
        return found.await() == server;
    }

    /** Connects all servers and lets them catch up with the leader. */
    public void reunite() {
        cluster.reconnectAll();
        cluster.sleep(CATCH_UP);
    }

    /** Determines how many servers lead in turn at the end of the schedule, so that their replicas are compared. */
    public void atTheEnd(int count) {
        toLeadAtTheEnd = OptionalInt.of(Math.min(count, servers.length));
    }

    /** The number of servers that lead in turn at the end of the schedule, if the scenario has determined it. */
    public OptionalInt atTheEnd() {
        return toLeadAtTheEnd;
    }

    private void poll(IntPredicate sought, Duration end, SimPromise<Integer> found) {
        int server = 0;
        while (server < servers.length && !sought.test(server)) {
            server++;
        }
        if (server < servers.length) {
            found.complete(server);
        } else if (scope.simulation().now().compareTo(end) >= 0) {
            found.complete(-1);
        } else {
            scope.after(CHECK_INTERVAL.toNanos(), () -> poll(sought, end, found));
        }
    }
}
