package kvlab.scenario;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import kvlab.api.CommittedCommand;
import kvlab.api.Start;
import kvlab.cluster.Cluster;
import kvlab.cluster.ExpectationFailed;
import kvlab.diagnostic.Diagnostic;
import kvlab.net.Conditions;

/**
 * The Raft peers of a cluster, which agree on numbered commands. Polls their states continuously, to find two leaders
 * of one term.
 */
final class RaftGroup {
    /** The time limit for a connected majority to agree, including elections, retries and catching up. */
    private static final Duration AGREEMENT_TIMEOUT = Duration.ofSeconds(10);

    /** A server can crash before it has done anything else after the message that another one acts on. */
    static final Conditions FAST = Conditions.RELIABLE.taking(Duration.ofMillis(1), Duration.ofMillis(2));

    /** The time after which a command that a leader accepted is started again. */
    static final Duration DELIVERY_TIMEOUT = Duration.ofSeconds(2);

    private static final Duration CHECK_INTERVAL = Duration.ofMillis(10);
    private static final Duration EXACT_INTERVAL = Duration.ofNanos(500_000);
    private static final Duration PAUSE = Duration.ofMillis(50);

    private final Cluster cluster;
    private int commands;

    RaftGroup(Cluster cluster) {
        this.cluster = cluster;
        cluster.meanwhile("watch", () -> {
            while (true) {
                all().stream().filter(cluster::isUp).forEach(cluster::raftState);
                cluster.sleep(CHECK_INTERVAL);
            }
        });
    }

    /** A command that was started, and where. */
    record Started(Numbered command, int server, long index, long term) {
        Diagnostic addTo(Diagnostic diagnostic) {
            return diagnostic
                    .with("command", command)
                    .with("taker", server)
                    .with("index", index)
                    .with("term", term);
        }
    }

    List<Integer> all() {
        return IntStream.range(0, cluster.size()).boxed().toList();
    }

    List<Integer> allBut(Integer... servers) {
        return all().stream().filter(each -> !List.of(servers).contains(each)).toList();
    }

    /** Servers by their distance from one, such as its successor and the next one. */
    List<Integer> after(int server, int... distances) {
        return IntStream.of(distances)
                .mapToObj(distance -> (server + distance) % cluster.size())
                .toList();
    }

    // ------------------------------------------------------------------------------------------------- agreement

    /** Lets a server start a new command; empty if it says that it does not lead. */
    Optional<Started> start(int server) {
        Numbered command = new Numbered(++commands);
        return start(server, command);
    }

    /** Lets a server start new commands, all at once; it may refuse them, if it does not lead. */
    void start(int server, int count) {
        for (int i = 0; i < count; i++) {
            start(server);
        }
    }

    private Optional<Started> start(int server, Numbered command) {
        Start start = cluster.start(server, command);
        return start.leader()
                ? Optional.of(new Started(command, server, start.index(), start.term()))
                : Optional.empty();
    }

    /**
     * Makes servers agree on a new command, which is started again if its leader does not commit it.
     *
     * @param servers a majority, all connected with each other; each of them must receive the command
     * @return the command, as it was delivered
     */
    Started agree(List<Integer> servers) {
        Numbered command = new Numbered(++commands);
        Duration end = cluster.now().plus(AGREEMENT_TIMEOUT);
        Diagnostic seen = Diagnostic.of("raft.agreement-no-leader");
        while (cluster.now().compareTo(end) < 0) {
            Optional<Started> started = servers.stream()
                    .flatMap(server -> start(server, command).stream())
                    .findFirst();
            if (started.isEmpty()) {
                cluster.sleep(PAUSE);
            } else if (awaitDelivery(started.get(), servers)) {
                return started.get();
            } else {
                seen = whereItIs(started.get(), servers);
            }
        }
        throw new ExpectationFailed(seen.with("servers", servers).with("seconds", AGREEMENT_TIMEOUT.toSeconds()));
    }

    /** Requires that connected servers receive a committed command in time, although nothing else is started. */
    void expectDelivered(Started started, List<Integer> servers) {
        if (!await(AGREEMENT_TIMEOUT, () -> servers.stream().allMatch(server -> has(server, started)))) {
            throw new ExpectationFailed(started.addTo(Diagnostic.of("raft.missed-entry-not-sent")
                    .with(
                            "missing",
                            servers.stream()
                                    .filter(server -> !has(server, started))
                                    .toList())
                    .with("seconds", AGREEMENT_TIMEOUT.toSeconds())));
        }
    }

    /** Whether all of these servers receive a command in time. */
    boolean awaitDelivery(Started started, List<Integer> servers) {
        return await(DELIVERY_TIMEOUT, () -> servers.stream().allMatch(server -> has(server, started.index())))
                && servers.stream().allMatch(server -> has(server, started));
    }

    private Diagnostic whereItIs(Started started, List<Integer> servers) {
        List<Integer> without =
                servers.stream().filter(server -> !has(server, started)).toList();
        boolean replaced = without.stream().anyMatch(server -> has(server, started.index()));
        return started.addTo(
                replaced
                        ? Diagnostic.of("raft.agreement-replaced")
                        : Diagnostic.of("raft.agreement-not-delivered").with("missing", without));
    }

    private boolean has(int server, long index) {
        return cluster.isUp(server) && cluster.delivered(server).size() >= index;
    }

    boolean has(int server, Started started) {
        if (!has(server, started.index())) {
            return false;
        }
        CommittedCommand there = cluster.delivered(server).get((int) started.index() - 1);
        boolean same = there.command().equals(started.command());
        if (same && there.term() != started.term()) {
            throw new ExpectationFailed(started.addTo(
                    Diagnostic.of("raft.term-changed").with("server", server).with("delivered", there.term())));
        }
        return same;
    }

    /**
     * Waits, and requires that no server receives a command meanwhile.
     *
     * @param otherwise says why it cannot be committed
     */
    void expectNotDelivered(Started started, Duration time, Diagnostic otherwise) {
        await(time, () -> all().stream().anyMatch(server -> has(server, started)));
        all().stream().filter(server -> has(server, started)).findFirst().ifPresent(server -> {
            throw new ExpectationFailed(started.addTo(otherwise.with("server", server)));
        });
    }

    // --------------------------------------------------------------------------------------------------- leaders

    /** Waits for a leader of servers that are disconnected from all others. */
    int awaitLeader(List<Integer> servers) {
        if (!await(Cluster.LEADER_TIMEOUT, () -> leader(servers).isPresent())) {
            throw new ExpectationFailed(Diagnostic.of("raft.no-leader-among")
                    .with("servers", servers)
                    .with("seconds", Cluster.LEADER_TIMEOUT.toSeconds()));
        }
        return leader(servers).orElseThrow();
    }

    /** The leader of their latest term, if all of them know that term. */
    private Optional<Integer> leader(List<Integer> servers) {
        List<Integer> leaders = servers.stream().filter(this::leads).toList();
        boolean oneTerm = servers.stream().map(this::term).distinct().count() == 1;
        return oneTerm && leaders.size() == 1 ? Optional.of(leaders.get(0)) : Optional.empty();
    }

    boolean leads(int server) {
        return cluster.isUp(server) && cluster.raftState(server).leader();
    }

    long term(int server) {
        return cluster.raftState(server).term();
    }

    /** The latest term that a server knows. */
    long latestTerm() {
        return latestTerm(all());
    }

    /** The latest term that one of these servers knows. */
    long latestTerm(List<Integer> servers) {
        return servers.stream()
                .filter(cluster::isUp)
                .mapToLong(this::term)
                .max()
                .orElse(0);
    }

    /** Allows only one server to be elected; returns whether it was, which depends on chance. */
    boolean elect(int server, List<Integer> voters, Duration limit) {
        cluster.star(server, voters);
        return await(limit, () -> leads(server));
    }

    /**
     * Waits, and requires that a server is not elected meanwhile; it may still believe that it leads an earlier term.
     *
     * @param term the term after which it cannot be
     * @param otherwise says why not
     */
    void expectNotElected(int server, long term, Duration time, Diagnostic otherwise) {
        if (await(time, () -> leads(server) && term(server) > term)) {
            throw new ExpectationFailed(otherwise.with("server", server).with("term", term(server)));
        }
    }

    /** Whether one of some servers leads a term later than one. */
    boolean anyLeads(List<Integer> servers, long after) {
        return servers.stream().anyMatch(server -> leads(server) && term(server) > after);
    }

    /** Crashes all servers and starts them again, so that none leads. */
    void restartAll() {
        all().forEach(cluster::crash);
        all().forEach(cluster::restart);
    }

    /** Crashes all servers and starts all but one again. */
    void restartWithout(int late) {
        all().forEach(cluster::crash);
        allBut(late).forEach(cluster::restart);
    }

    /** Waits for a condition, up to a time limit; returns whether it holds. */
    boolean await(Duration limit, BooleanSupplier condition) {
        return cluster.await(limit, CHECK_INTERVAL, condition);
    }

    /** Waits for a condition and notices it at once: before any message that is sent then has arrived. */
    boolean awaitExactly(Duration limit, BooleanSupplier condition) {
        return cluster.await(limit, EXACT_INTERVAL, condition);
    }
}
