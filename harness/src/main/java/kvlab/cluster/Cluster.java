package kvlab.cluster;

import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import kvlab.api.Command;
import kvlab.api.CommittedCommand;
import kvlab.api.RaftState;
import kvlab.api.Start;
import kvlab.diagnostic.Diagnostic;
import kvlab.history.History;
import kvlab.history.HistoryRecorder;
import kvlab.net.Conditions;
import kvlab.net.Fault;
import kvlab.net.Faults;
import kvlab.net.Network;
import kvlab.net.PeriodicFaults;
import kvlab.net.Traffic;
import kvlab.raft.RaftInvariants;
import kvlab.sim.Scope;
import kvlab.sim.SimPromise;
import kvlab.sim.Simulation;
import kvlab.sim.Trace;
import kvlab.submission.RetainedSize;

/**
 * Servers, clients and the net between them, as a scenario sees them. Server numbers are taken modulo the cluster's size,
 * so that {@code leader + 1} always names a follower. Methods that wait are to be called from a coroutine.
 */
public final class Cluster {
    /** How long a majority of connected servers may take to elect a leader. */
    public static final Duration LEADER_TIMEOUT = Duration.ofSeconds(5);

    /** The unreliable net of the nine tests. */
    private static final PeriodicFaults.Settings UNRELIABLE =
            new PeriodicFaults.Settings(Duration.ofMillis(100), 0.1, Duration.ofMillis(26));

    private final Simulation simulation;
    private final Scope scope;
    private final Faults faults;
    private final Network network;
    private final ClusterClients clients;
    private final FaultTriggers triggers;
    private final Server[] servers;
    private final HistoryRecorder history = new HistoryRecorder();
    private final RandomGenerator random;
    private final Set<Diagnostic> remarks = new LinkedHashSet<>();

    /**
     * A cluster whose servers start at once.
     *
     * @param size how many servers
     * @param code what servers and Clerks are built from
     * @param switchedOff faults that are not to strike
     */
    public Cluster(Simulation simulation, int size, CodeUnderTest code, Set<Fault> switchedOff) {
        this.simulation = simulation;
        scope = simulation.scope("scenario", (what, thrown) -> simulation.fail(thrown));
        faults = new Faults(simulation, switchedOff);
        network = new Network(simulation, faults, size);
        random = simulation.randomness().stream("scenario");
        clients = new ClusterClients(scope, network, size, code.clerks(), history);
        triggers = new FaultTriggers(this, scope, network);
        ClusterEnvironment environment = new ClusterEnvironment(
                simulation, network, size, code, new RaftInvariants(), new Agreement(), triggers);
        servers = new Server[size];
        for (int id = 0; id < size; id++) {
            servers[id] = new Server(environment, id);
            servers[id].start();
        }
    }

    public int size() {
        return servers.length;
    }

    /** Virtual time since the cluster started. */
    public Duration now() {
        return simulation.now();
    }

    /** The scenario's own random numbers. */
    public RandomGenerator random() {
        return random;
    }

    /** More random numbers of the scenario's own: each name and number have a stream of their own, here from its beginning. */
    public RandomGenerator random(String name, long number) {
        return simulation.randomness().stream("scenario: " + name, number);
    }

    /** All client calls so far. */
    public History history() {
        return history.history();
    }

    /** What the network has carried so far. */
    public Traffic traffic() {
        return network.traffic();
    }

    /** What has gone wrong so far, in the order of time. */
    public List<Fault.Occurrence> faults() {
        return faults.struck();
    }

    /** Notes a remark on the submission, which does not decide the test. */
    public void remark(Diagnostic remark) {
        remarks.add(remark);
    }

    /** Remarks on the submission, in the order of time; equal ones once. */
    public List<Diagnostic> remarks() {
        return List.copyOf(remarks);
    }

    /** Lets time pass. */
    public void sleep(Duration duration) {
        scope.sleep(duration);
    }

    // ----------------------------------------------------------------------------------------------------- leaders

    /**
     * Waits until a leader stands among the servers that are up and connected.
     *
     * @return its number
     * @throws NoLeader if there is none within {@link #LEADER_TIMEOUT}
     */
    public int awaitLeader() {
        return new LeaderWatch(scope, servers, this::isReachable)
                .await(LEADER_TIMEOUT)
                .orElseThrow(() -> new NoLeader(Diagnostic.of("raft.no-leader")
                        .with("seconds", LEADER_TIMEOUT.toSeconds())
                        .with("time", Trace.seconds(now()))
                        .with("reachable", reachable())
                        .with("servers", size())));
    }

    /**
     * Lets time pass, in which a server must stay the leader of its term.
     *
     * @throws NoLeader if it is deposed meanwhile
     */
    public void expectStillLeads(int leader, Duration time) {
        long term = raftState(leader).term();
        sleep(time);
        RaftState state = raftState(leader); // one that was deposed cannot lead in the same term again
        if (!state.leader() || state.term() != term) {
            throw new NoLeader(Diagnostic.of("raft.leader-deposed")
                    .with("leader", leader)
                    .with("term", term)
                    .with("seconds", time.toSeconds()));
        }
    }

    /** Lets a server start a command of the scenario's own. */
    public Start start(int server, Command command) {
        return servers[number(server)].start(command);
    }

    /** What Raft has delivered to a server that is up, in its present life, from index 1. */
    public List<CommittedCommand> delivered(int server) {
        return servers[number(server)].delivered();
    }

    /** Whether a server is up. */
    public boolean isUp(int server) {
        return servers[number(server)].isUp();
    }

    /** What a server that is up believes of itself. */
    public RaftState raftState(int server) {
        return servers[number(server)].raftState();
    }

    private boolean isReachable(int server) {
        return servers[server].isUp() && !network.isCutOff(server);
    }

    private long reachable() {
        return IntStream.range(0, size()).filter(this::isReachable).count();
    }

    // ------------------------------------------------------------------------------------------------------ faults

    /** Cuts servers off from their peers, both ways. Clients still reach them. */
    public void disconnect(int... cut) {
        network.cutOff(numbers(cut));
    }

    /** Undoes {@link #disconnect} for servers. */
    public void reconnect(int... cut) {
        network.reconnect(numbers(cut));
    }

    /** Undoes all cuts, partitions, stars, slow and stalled links. */
    public void reconnectAll() {
        network.heal();
    }

    /** Lets only one server and each of some others hear each other, so that none but that one can be elected. */
    public void star(int centre, List<Integer> leaves) {
        network.star(number(centre), numbers(leaves));
    }

    /** Lets messages from one server to another take so much longer, until {@link #reconnectAll}. */
    public void slow(int from, int to, Duration delay) {
        network.slow(number(from), number(to), delay);
    }

    /** Lets messages from one server to another wait, until {@link #release} or {@link #reconnectAll}. */
    public void stall(int from, int to) {
        network.stall(number(from), number(to));
    }

    /** Lets messages arrive that have waited since {@link #stall}, and later ones as usual. */
    public void release(int from, int to) {
        network.release(number(from), number(to));
    }

    /** Divides the servers: those of different sides do not hear each other. */
    public void partition(List<List<Integer>> sides) {
        network.partition(sides.stream().map(this::numbers).toList());
    }

    /**
     * Makes the net between servers unreliable, or reliable again: every 100 ms each server is either cut off from its
     * peers for the period, with chance 1/10, or slowed by one delay of up to 26 ms.
     */
    public void unreliable(boolean on) {
        if (on) {
            network.beginPeriodicFaults(UNRELIABLE);
        } else {
            network.endPeriodicFaults();
        }
    }

    /** How links treat messages from now on. */
    public void conditions(Conditions conditions) {
        network.conditions(conditions);
    }

    /** Ends a server's life at once. What it had on disk stays. */
    public void crash(int server) {
        Server victim = servers[number(server)];
        if (victim.isUp() && faults.strikes(new Fault.Crash(number(server), victim.lives() - 1L))) {
            trace("server " + number(server) + " crashes");
            victim.crash();
        }
    }

    /** Begins a new life of a crashed server, with what it had on disk. */
    public void restart(int server) {
        if (!servers[number(server)].isUp()) {
            trace("server " + number(server) + " starts again");
            servers[number(server)].start();
        }
    }

    /** Lets a fault wait for its trigger point. */
    public void trigger(FaultTrigger trigger) {
        triggers.add(trigger);
    }

    /** Drops the faults that still wait for their trigger points. */
    public void clearTriggers() {
        triggers.clear();
    }

    private int number(int server) {
        return Math.floorMod(server, size());
    }

    private List<Integer> numbers(int... numbers) {
        return numbers(Arrays.stream(numbers).boxed().toList());
    }

    private List<Integer> numbers(List<Integer> numbers) {
        return numbers.stream().map(this::number).sorted().toList();
    }

    /** A line of the scenario's own in the trace. */
    public void trace(String what) {
        simulation.trace().add(simulation.now(), "scenario", what);
    }

    // ----------------------------------------------------------------------------------------------------- clients

    /** A new client, which has not yet spoken to any server. */
    public Client client() {
        return clients.client();
    }

    /** New clients. */
    public List<Client> clients(int count) {
        return IntStream.range(0, count).mapToObj(i -> client()).toList();
    }

    /** New clients whose first call begins at a server. */
    public List<Client> clients(int count, int server) {
        List<Client> started = clients(count);
        started.forEach(client -> client.startingAt(server));
        return started;
    }

    /** A new Clerk of the student's, which has not yet spoken to any server. */
    public Clerk clerk() {
        return clients.clerk(this::remark);
    }

    /** A new Clerk that reaches some servers only, until {@link #reconnectAll}. */
    public Clerk clerkReaching(List<Integer> reachable) {
        Clerk clerk = clerk();
        network.confine(clerk.endpoint(), numbers(reachable));
        return clerk;
    }

    /** New Clerks. */
    public List<Clerk> clerks(int count) {
        return IntStream.range(0, count).mapToObj(i -> clerk()).toList();
    }

    /**
     * Lets clients work at the same time, and waits until all have done their work.
     *
     * @param limit how long they may take together
     * @throws ExpectationFailed if they take longer; it names the calls that were still open
     */
    public <C extends TestClient> void run(List<C> workers, Duration limit, Consumer<C> work) {
        begin(workers, work).await(limit);
    }

    /** Lets clients begin to work at the same time, while the scenario goes on. */
    public <C extends TestClient> ClientTasks begin(List<C> workers, Consumer<C> work) {
        return new ClientTasks(scope, workers, work);
    }

    /** How many objects each server that is up holds on to, in the order of their numbers; see {@link RetainedSize}. */
    public List<Integer> retained() {
        return Arrays.stream(servers).filter(Server::isUp).map(Server::retained).toList();
    }

    /** Lets something happen at the same time. */
    public void meanwhile(String what, Runnable body) {
        scope.spawn(what, body);
    }

    /** Calls that servers have received and not answered. */
    public List<UnansweredCall> unanswered() {
        return Arrays.stream(servers)
                .filter(Server::isUp)
                .flatMap(server -> server.unanswered().stream())
                .toList();
    }

    /**
     * Asks every server for every key that has been used, so that each value that a get can read enters the history.
     *
     * @return the keys for which no server answered with SUCCESS
     */
    public List<String> readBack() {
        List<String> keys = history().keys();
        return keys.isEmpty() ? keys : ReadBack.of(keys, clients(size()), new SimPromise<>(scope));
    }
}
