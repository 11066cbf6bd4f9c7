package kvlab.cluster;

import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
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
import kvlab.record.NoteEvent.Note;
import kvlab.record.NoteEvent.Remark;
import kvlab.record.Place;
import kvlab.reduction.Elements;
import kvlab.sim.Scope;
import kvlab.sim.SimPromise;
import kvlab.sim.Simulation;
import kvlab.submission.RetainedSize;
import kvlab.workload.Data;

/**
 * The interface of a scenario to servers, clients and the network. Server numbers are taken modulo the cluster's size,
 * so that {@code leader + 1} always names a follower. Call methods that wait from a coroutine.
 */
public final class Cluster extends Reducible {
    /** The time limit for a majority of connected servers to elect a leader. */
    public static final Duration LEADER_TIMEOUT = Duration.ofSeconds(5);

    /** The unreliable network of the nine tests. */
    private static final PeriodicFaults.Settings UNRELIABLE =
            new PeriodicFaults.Settings(Duration.ofMillis(100), 0.1, Duration.ofMillis(26));

    private final Simulation simulation;
    private final Scope scope;
    private final Faults faults;
    private final Network network;
    private final ClusterClients clients;
    private final FaultTriggers triggers;
    private final Leaders leaders;
    private final boolean hasProvidedRaft;
    private final Links links;
    private final Server[] servers;
    private final HistoryRecorder history = new HistoryRecorder();
    private final RandomGenerator random;
    private final Data data;
    private final Set<Diagnostic> remarks = new LinkedHashSet<>();

    /**
     * Starts a cluster.
     *
     * @param size the number of servers
     * @param machines the code for one more life of a server, or one more Clerk
     * @param elements says what is taken away of the schedule
     */
    public Cluster(Simulation simulation, int size, Supplier<CodeUnderTest> machines, Elements elements) {
        super(elements);
        this.simulation = simulation;
        scope = simulation.scope(Place.SCENARIO, (what, thrown) -> simulation.fail(thrown));
        faults = new Faults(simulation, elements);
        network = new Network(simulation, faults, size);
        random = simulation.randomness().stream("scenario");
        data = Data.of(simulation.randomness());
        clients = new ClusterClients(
                scope, network, size, context -> machines.get().clerks().create(context), history);
        triggers = new FaultTriggers(this, scope, network);
        links = new Links(network, size);
        CodeUnderTest observer = machines.get();
        ClusterEnvironment environment = new ClusterEnvironment(
                simulation, network, size, machines, new RaftInvariants(), new Agreement(observer), triggers, elements);
        servers = new Server[size];
        hasProvidedRaft = observer.raft().isEmpty();
        leaders = new Leaders(this, scope, servers, this::isReachable);
        Server.startAll(servers, environment);
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

    /** A random stream for the scenario, from its start; each name and number identify one stream. */
    public RandomGenerator random(String name, long number) {
        return simulation.randomness().stream("scenario: " + name, number);
    }

    /** The schedule's keys and values. */
    public Data data() {
        return data;
    }

    /** All client calls so far. */
    public History history() {
        return history.history();
    }

    /** The network's traffic so far. */
    public Traffic traffic() {
        return network.traffic();
    }

    /** The faults so far, in chronological order. */
    public List<Fault.Occurrence> faults() {
        return faults.struck();
    }

    /** Adds a remark on the submission, which does not affect the verdict. */
    public void remark(Diagnostic remark) {
        if (remarks.add(remark)) {
            simulation.record(Place.SCENARIO, new Remark(remark));
        }
    }

    /** The remarks on the submission, in chronological order, without duplicates. */
    public List<Diagnostic> remarks() {
        return List.copyOf(remarks);
    }

    /** Suspends the scenario for a time. */
    public void sleep(Duration duration) {
        scope.sleep(duration);
    }

    /** Suspends the scenario until a condition holds, or a limit is reached; returns whether it holds. */
    public boolean await(Duration limit, Duration interval, BooleanSupplier condition) {
        Duration end = now().plus(limit);
        while (!condition.getAsBoolean()) {
            if (now().compareTo(end) >= 0) {
                return false;
            }
            sleep(interval);
        }
        return true;
    }

    /** Whether most of a schedule's events are left. Servers that poll use them up faster. */
    public boolean hasEventsLeft() {
        return simulation.events() < Simulation.MAX_EVENTS * 2 / 5;
    }

    // ----------------------------------------------------------------------------------------------------- leaders

    /**
     * Waits for a stable leader among the servers that are up and connected.
     *
     * @return its number
     * @throws NoLeader if there is none within {@link #LEADER_TIMEOUT}
     */
    public int awaitLeader() {
        return leaders.await();
    }

    /** Whether the servers run the provided Raft, not one of a student's. */
    public boolean hasProvidedRaft() {
        return hasProvidedRaft;
    }

    /** The servers that lead. */
    public Leaders leaders() {
        return leaders;
    }

    /** Starts a command of the scenario on a server. */
    public Start start(int server, Command command) {
        return servers[number(server)].start(command);
    }

    /** The commands that Raft has delivered to a server that is up, in its current life, from index 1. */
    public List<CommittedCommand> delivered(int server) {
        return servers[number(server)].delivered();
    }

    /** Whether a server is up. */
    public boolean isUp(int server) {
        return servers[number(server)].isUp();
    }

    /** The Raft state that a server that is up reports. */
    public RaftState raftState(int server) {
        return servers[number(server)].raftState();
    }

    private boolean isReachable(int server) {
        return servers[server].isUp() && !network.isCutOff(server);
    }

    // ------------------------------------------------------------------------------------------------------ faults

    /** Cuts servers off from their peers in both directions. Clients still reach them. */
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

    /** Connects one server to each of some others, without other links, so that only that one can be elected. */
    public void star(int centre, List<Integer> leaves) {
        network.star(number(centre), numbers(leaves));
    }

    /** Delays messages from one server to another, until {@link #reconnectAll}. */
    public void slow(int from, int to, Duration delay) {
        network.slow(number(from), number(to), delay);
    }

    /** Queues messages from one server to another, until {@link #release} or {@link #reconnectAll}. */
    public void stall(int from, int to) {
        network.stall(number(from), number(to));
    }

    /** Delivers the messages queued since {@link #stall}, and ends the stall. */
    public void release(int from, int to) {
        network.release(number(from), number(to));
    }

    /** Partitions the servers: those of different sides are disconnected. */
    public void partition(List<List<Integer>> sides) {
        network.partition(sides.stream().map(this::numbers).toList());
    }

    /**
     * Makes the network between servers unreliable, or reliable again. In each period of 100 ms, each server is either
     * cut off from its peers, with probability 1/10, or its messages have one additional delay of up to 26 ms.
     */
    public void unreliable(boolean on) {
        if (on) {
            network.beginPeriodicFaults(UNRELIABLE);
        } else {
            network.endPeriodicFaults();
        }
    }

    /** Sets the conditions of all links. */
    public void conditions(Conditions conditions) {
        network.conditions(conditions);
    }

    /** Crashes a server. Its disk keeps its content. */
    public void crash(int server) {
        servers[number(server)].crash(faults);
    }

    /** Restarts a crashed server from its disk. */
    public void restart(int server) {
        if (!servers[number(server)].isUp()) {
            servers[number(server)].start();
        }
    }

    /** Further faults of links. */
    public Links links() {
        return links;
    }

    /** Arms a fault trigger. */
    public void trigger(FaultTrigger trigger) {
        triggers.add(trigger);
    }

    /** The fault triggers that have struck. */
    public List<FaultTrigger> struckTriggers() {
        return triggers.struck();
    }

    /** Disarms all fault triggers. */
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

    /** Adds a note of the scenario to the record of the schedule. */
    public void note(String text) {
        simulation.record(Place.SCENARIO, new Note(text));
    }

    // ----------------------------------------------------------------------------------------------------- clients

    /** Creates a client. */
    public Client client() {
        return clients.client();
    }

    /** Creates clients; fewer, but at least one, in a reduced schedule. */
    public List<Client> clients(int count) {
        return included(clients.clients(count));
    }

    /** The same, which send their first call to a server. */
    public List<Client> clients(int count, int server) {
        return clients(count).stream().map(client -> client.startingAt(server)).toList();
    }

    /** Creates a student's Clerk. */
    public Clerk clerk() {
        return clients.clerk(this::remark);
    }

    /** Creates Clerks. */
    public List<Clerk> clerks(int count) {
        return IntStream.range(0, count).mapToObj(i -> clerk()).toList();
    }

    /**
     * Runs clients concurrently and waits until all have finished.
     *
     * @param limit the maximum wait
     * @throws ExpectationFailed if they take longer; it names the open calls
     */
    public <C extends TestClient> void run(List<C> workers, Duration limit, Consumer<C> work) {
        begin(workers, work).await(limit);
    }

    /** Starts clients concurrently; the scenario continues meanwhile. */
    public <C extends TestClient> ClientTasks begin(List<C> workers, Consumer<C> work) {
        return new ClientTasks(scope, workers, work);
    }

    /** The {@link RetainedSize} of each server that is up, in order of server numbers. */
    public List<Integer> retained() {
        return Arrays.stream(servers).filter(Server::isUp).map(Server::retained).toList();
    }

    /** Starts a coroutine of the scenario. */
    public void meanwhile(String what, Runnable body) {
        scope.spawn(what, body);
    }

    /** The calls that servers have received but not answered. */
    public List<UnansweredCall> unanswered() {
        return Arrays.stream(servers)
                .filter(Server::isUp)
                .flatMap(server -> server.unanswered().stream())
                .toList();
    }

    /**
     * Reads every used key from every server, so that each value that a get can return enters the history.
     *
     * @return the keys for which no server answered with SUCCESS
     */
    public List<String> readBack() {
        return readBack(IntStream.range(0, size()).boxed().toList());
    }

    /**
     * Reads every used key from some servers.
     *
     * @return the keys for which none of them answered with SUCCESS
     */
    public List<String> readBack(List<Integer> from) {
        List<String> keys = history().keys();
        return keys.isEmpty() ? keys : ReadBack.of(keys, from, clients.clients(from.size()), new SimPromise<>(scope));
    }
}
