package kvlab.raft;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import kvlab.api.Command;
import kvlab.api.CommittedCommand;
import kvlab.record.Place;
import kvlab.record.Recording;
import kvlab.sim.Randomness;
import kvlab.sim.Scope;
import kvlab.sim.Simulation;
import kvlab.sim.World;

/** Raft peers in a simulation, and a plain net between them: 1 to 15 ms a message, and nothing lost but by cuts. */
final class Peers {
    private final Simulation simulation;
    private final int size;
    private final RaftInvariants invariants = new RaftInvariants();
    private final List<PersistentState> disks = new ArrayList<>();
    private final List<RaftDriver> drivers = new ArrayList<>();
    private final List<Scope> scopes = new ArrayList<>();
    private final List<List<CommittedCommand>> applied = new ArrayList<>();
    private final Set<Integer> cutOff = new HashSet<>();
    private final Randomness.Stream latency;
    private int rpcs;
    private int lives;

    record Numbered(int number) implements Command {}

    Peers(Simulation simulation, int size) {
        this.simulation = simulation;
        this.size = size;
        latency = simulation.randomness().stream("latency");
        for (int id = 0; id < size; id++) {
            disks.add(new PersistentState());
            drivers.add(null);
            scopes.add(null);
            applied.add(null);
            start(id);
        }
    }

    /** Plays a scenario with peers, for a seed. */
    static void play(World world, long seed, int size, Consumer<Peers> scenario) {
        Simulation simulation = world.simulation(seed, Recording.OFF);
        Peers peers = new Peers(simulation, size);
        simulation.run(() -> scenario.accept(peers));
    }

    void start(int id) {
        Scope scope = simulation.scope(Place.server(id, 0), (what, failure) -> simulation.fail(failure));
        List<CommittedCommand> log = new ArrayList<>();
        applied.set(id, log);
        scopes.set(id, scope);
        drivers.set(
                id,
                new RaftDriver(
                        id,
                        size,
                        lives++,
                        scope,
                        disks.get(id),
                        invariants,
                        new RaftDriver.Environment(
                                (peer, message) -> send(id, peer, message),
                                log::add,
                                command -> 8,
                                () -> {},
                                String::valueOf,
                                false)));
    }

    void crash(int id) {
        scopes.get(id).close();
        drivers.set(id, null);
    }

    private void send(int from, int to, RaftMessage message) {
        rpcs += message.isRequest() ? 1 : 0;
        simulation.after(latency.nextLong(1_000_000, 15_000_000), () -> {
            if (drivers.get(to) != null && !cutOff.contains(from) && !cutOff.contains(to)) {
                drivers.get(to).receive(from, message);
            }
        });
    }

    RaftDriver peer(int id) {
        return drivers.get(id);
    }

    void cutOff(int id) {
        cutOff.add(id);
    }

    void reconnect(int id) {
        cutOff.remove(id);
    }

    int rpcs() {
        return rpcs;
    }

    List<CommittedCommand> applied(int id) {
        return applied.get(id);
    }

    void sleep(Duration duration) {
        simulation
                .scope(Place.SCENARIO, (what, failure) -> simulation.fail(failure))
                .sleep(duration);
    }

    /** Those who believe that they lead, and are not cut off. */
    List<Integer> leaders() {
        return IntStream.range(0, size)
                .filter(id -> drivers.get(id) != null && !cutOff.contains(id))
                .filter(id -> drivers.get(id).state().leader())
                .boxed()
                .toList();
    }

    /** The one leader within 5 s of virtual time. */
    int awaitLeader() {
        long deadline = simulation.nanoTime() + Duration.ofSeconds(5).toNanos();
        while (leaders().size() != 1) {
            if (simulation.nanoTime() >= deadline) {
                throw new AssertionError("after 5 s there are the leaders " + leaders());
            }
            sleep(Duration.ofMillis(5));
        }
        return leaders().get(0);
    }
}
