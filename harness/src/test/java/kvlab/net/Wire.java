package kvlab.net;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import kvlab.record.Content;
import kvlab.record.Place;
import kvlab.record.Recording;
import kvlab.reduction.Elements;
import kvlab.sim.Simulation;
import kvlab.sim.World;

/** Three servers and two clients on a network, and a list of what arrived where and when. */
final class Wire {
    static final int SERVERS = 3;

    private final Simulation simulation;
    private final Faults faults;
    private final Network network;
    private final List<Endpoint> clients;
    private final List<Arrival> arrivals = new ArrayList<>();

    /** A message with a number to know it by. */
    record Note(int number, boolean isRequest) implements Message {
        @Override
        public Content content() {
            return new Content.Other("note " + number);
        }

        @Override
        public int bytes() {
            return 10;
        }
    }

    /** What arrived. */
    record Arrival(Duration at, String from, String to, int number) {}

    Wire(long seed, Fault... switchedOff) {
        simulation = new World().simulation(seed, Recording.OFF);
        faults = new Faults(
                simulation,
                Elements.without(Stream.of(switchedOff).map(Fault::element).toList()));
        network = new Network(simulation, faults, SERVERS);
        clients = List.of(network.join(Place.client(1)), network.join(Place.client(2)));
        for (int server = 0; server < SERVERS; server++) {
            listen(network.server(server));
        }
        clients.forEach(this::listen);
    }

    void listen(Endpoint endpoint) {
        endpoint.receiver((from, message) ->
                arrivals.add(new Arrival(simulation.now(), from.name(), endpoint.name(), ((Note) message).number)));
    }

    Network network() {
        return network;
    }

    Endpoint server(int number) {
        return network.server(number);
    }

    Endpoint client(int number) {
        return clients.get(number - 1);
    }

    void request(Endpoint from, Endpoint to, int number) {
        network.send(from, to, new Note(number, true));
    }

    void reply(Endpoint from, Endpoint to, int number) {
        network.send(from, to, new Note(number, false));
    }

    /** Does something at a time in milliseconds. */
    void at(int millis, Runnable task) {
        simulation.after(Duration.ofMillis(millis).toNanos() - simulation.nanoTime(), task);
    }

    /** Each server sends a request to each other, every ten milliseconds, with numbers that rise. */
    void chatter(int rounds) {
        for (int round = 0; round < rounds; round++) {
            int number = round;
            at(10 * round, () -> {
                for (int from = 0; from < SERVERS; from++) {
                    for (int to = 0; to < SERVERS; to++) {
                        if (from != to) {
                            request(server(from), server(to), number);
                        }
                    }
                }
            });
        }
    }

    /** Lets a minute pass. */
    List<Arrival> arrivals() {
        simulation.run(() -> simulation
                .scope(Place.SCENARIO, (what, e) -> simulation.fail(e))
                .sleep(Duration.ofSeconds(60)));
        return List.copyOf(arrivals);
    }

    /** Waits for a minute; returns the numbers that arrived, in order. */
    List<Integer> numbers() {
        return arrivals().stream().map(Arrival::number).toList();
    }

    List<Fault> struck() {
        return faults.struck().stream().map(Fault.Occurrence::fault).toList();
    }
}
