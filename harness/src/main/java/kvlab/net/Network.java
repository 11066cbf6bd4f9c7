package kvlab.net;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import kvlab.sim.Randomness;
import kvlab.sim.Simulation;

/**
 * Delivers messages between endpoints. A message is lost if its link is cut or an endpoint is down when it is sent or
 * when it would arrive. Clients reach every server, even one that is cut off from its peers.
 */
public final class Network {
    private final Simulation simulation;
    private final Faults faults;
    private final Topology topology;
    private final int servers;
    private final List<Endpoint> endpoints = new ArrayList<>();
    private final List<List<Link>> links = new ArrayList<>();

    private Conditions conditions = Conditions.RELIABLE;
    private Optional<PeriodicFaults> periodicFaults = Optional.empty();
    private long messages;
    private long rpcs;
    private long bytes;
    private long cuts;
    private long partitions;
    private long stars;
    private long oneWays;
    private long bridges;
    private long rings;
    private long slowings;
    private long stalls;
    private long silences;
    private long confinements;
    private long faultyPeriods;

    /** A network of connected servers, without clients. */
    public Network(Simulation simulation, Faults faults, int servers) {
        this.simulation = simulation;
        this.faults = faults;
        this.servers = servers;
        this.topology = new Topology(servers);
        for (int server = 0; server < servers; server++) {
            join("server " + server, true);
        }
    }

    // --------------------------------------------------------------------------------------------------- endpoints

    /** The endpoint of a server, by its number. */
    public Endpoint server(int number) {
        return endpoints.get(number);
    }

    /** Adds an endpoint that is not a server. */
    public Endpoint join(String name) {
        return join(name, false);
    }

    private Endpoint join(String name, boolean server) {
        Endpoint endpoint = new Endpoint(name, endpoints.size(), server);
        endpoints.add(endpoint);
        links.add(new ArrayList<>());
        return endpoint;
    }

    // ------------------------------------------------------------------------------------------------------ faults

    /** Sets the conditions of all links. */
    public void conditions(Conditions newConditions) {
        conditions = newConditions;
    }

    /** Begins periodic faults among the servers. */
    public void beginPeriodicFaults(PeriodicFaults.Settings settings) {
        endPeriodicFaults();
        periodicFaults = Optional.of(new PeriodicFaults(simulation, faults, settings, servers, faultyPeriods));
    }

    /** Ends periodic faults. */
    public void endPeriodicFaults() {
        periodicFaults.ifPresent(past -> faultyPeriods = past.period() + 1);
        periodicFaults = Optional.empty();
    }

    /** Cuts servers off from their peers in both directions, until {@link #reconnect}. */
    public void cutOff(List<Integer> cut) {
        if (faults.strikes(new Fault.CutOff(cuts++, cut))) {
            cut.forEach(topology::cutOff);
            trace(() -> "servers " + cut + " are cut off from their peers");
        }
    }

    /** Undoes {@link #cutOff} for servers. */
    public void reconnect(List<Integer> cut) {
        cut.forEach(topology::reconnect);
        trace(() -> "servers " + cut + " are connected to their peers");
    }

    /** Whether a server is cut off by {@link #cutOff}. */
    public boolean isCutOff(int server) {
        return topology.isCutOff(server);
    }

    /**
     * Partitions the servers: those of different sides are disconnected. Servers on none of the sides form one more
     * side. Replaces an earlier partition, bridge or ring.
     */
    public void partition(List<List<Integer>> sides) {
        Fault.Partition partition = new Fault.Partition(partitions++, sides);
        if (faults.strikes(partition)) {
            topology.partition(sides);
            trace(partition::toString);
        }
    }

    /** Connects one server to each of some others; there are no other links between servers. */
    public void star(int centre, List<Integer> leaves) {
        Fault.Star star = new Fault.Star(stars++, centre, leaves);
        if (faults.strikes(star)) {
            topology.star(centre, leaves);
            trace(star::toString);
        }
    }

    /** Cuts one direction of the links from some servers to others, until {@link #hear} or {@link #heal}. */
    public void deafen(List<Integer> from, List<Integer> to) {
        Fault.OneWay oneWay = new Fault.OneWay(oneWays++, from, to);
        if (faults.strikes(oneWay)) {
            topology.deafen(from, to);
            trace(oneWay::toString);
        }
    }

    /** Undoes {@link #deafen}. */
    public void hear(List<Integer> from, List<Integer> to) {
        topology.hear(from, to);
        trace(() -> "servers " + to + " hear servers " + from + " again");
    }

    /** Connects servers within each half, and one server to all of them. Replaces a partition, bridge or ring. */
    public void bridge(int server, List<Integer> left, List<Integer> right) {
        Fault.Bridge bridge = new Fault.Bridge(bridges++, server, left, right);
        if (faults.strikes(bridge)) {
            topology.bridge(server, left, right);
            trace(bridge::toString);
        }
    }

    /** Connects each server to its two neighbours in an order. Replaces a partition, bridge or ring. */
    public void ring(List<Integer> order) {
        Fault.Ring ring = new Fault.Ring(rings++, order);
        if (faults.strikes(ring)) {
            topology.ring(order);
            trace(ring::toString);
        }
    }

    /** Delays messages from one server to another, until {@link #heal}. */
    public void slow(int from, int to, Duration delay) {
        Fault.Slow slow = new Fault.Slow(slowings++, from, to, delay.toNanos());
        if (faults.strikes(slow)) {
            link(server(from), server(to)).slowedBy = delay.toNanos();
            trace(slow::toString);
        }
    }

    /** Queues messages from one server to another on arrival, until {@link #release} or {@link #heal}. */
    public void stall(int from, int to) {
        Fault.Stalled stalled = new Fault.Stalled(stalls++, from, to);
        if (faults.strikes(stalled)) {
            link(server(from), server(to)).stalled = true;
            trace(stalled::toString);
        }
    }

    /** The queue of a stalled link. */
    public StalledQueue queue(int from, int to) {
        Link link = link(server(from), server(to));
        return new StalledQueue(simulation, faults, link, queued -> deliver(link, queued.message(), queued.delivery()));
    }

    /** Undoes {@link #stall}: queued messages arrive now, in order. */
    public void release(int from, int to) {
        release(link(server(from), server(to)));
        trace(() -> "messages from server " + from + " to server " + to + " go on");
    }

    private void release(Link link) {
        link.stalled = false;
        link.waiting.forEach(queued -> simulation.after(0, () -> arrive(link, queued.message(), queued.delivery())));
        link.waiting.clear();
    }

    /** Loses what a server sends to clients, for a time. */
    public void silence(int server, Duration time) {
        Fault.Silence silence = new Fault.Silence(silences++, server);
        if (faults.strikes(silence)) {
            server(server).silentUntil(simulation.nanoTime() + time.toNanos());
            trace(silence::toString);
        }
    }

    /** Undoes all cuts, partitions, stars, bridges, rings, slow and stalled links, and confinements. */
    public void heal() {
        topology.heal();
        endpoints.subList(0, servers).forEach(this::restoreLinks);
        endpoints.forEach(Endpoint::reachAll);
        trace(() -> "all servers are connected");
    }

    /** Connects a client to some servers only, until {@link #heal}. */
    public void confine(Endpoint client, List<Integer> toServers) {
        Fault.Confined confined = new Fault.Confined(confinements++, client.name(), toServers);
        if (faults.strikes(confined)) {
            client.reachOnly(toServers);
            trace(confined::toString);
        }
    }

    /** Undoes {@link #confine} for a client. */
    public void release(Endpoint client) {
        client.reachAll();
        trace(() -> client.name() + " reaches all servers");
    }

    private void restoreLinks(Endpoint server) {
        links.get(server.number()).stream().filter(Objects::nonNull).forEach(link -> {
            link.slowedBy = 0;
            release(link);
        });
    }

    /** The traffic so far. */
    public Traffic traffic() {
        return new Traffic(messages, rpcs, bytes);
    }

    // ---------------------------------------------------------------------------------------------------- messages

    /** Sends a message, without tracking its delivery. */
    public void send(Endpoint from, Endpoint to, Message message) {
        send(from, to, message, Delivery.UNKNOWN);
    }

    /**
     * Sends a message. It arrives later, or is lost.
     *
     * @param delivery tracks the copies of the message
     */
    public void send(Endpoint from, Endpoint to, Message message, Delivery delivery) {
        Link link = link(from, to);
        long number = link.sent++;
        messages++;
        bytes += message.bytes();
        if (message.isRequest()) {
            rpcs++;
        }
        if (!isOpen(from, to) || !to.isServer() && from.isSilentAt(simulation.nanoTime())) {
            traceSender("cannot send", link, message);
            delivery.dropped();
            return;
        }
        traceSender("sends", link, message);
        long least = conditions.minLatency().toNanos();
        long range = conditions.maxLatency().toNanos() - least;
        long latency = least + (long) (link.latency.fractionAt(number) * range) + link.slowedBy;
        if (periodicFaults.isPresent() && from.isServer() && to.isServer()) {
            latency += periodicFaults.get().delay(from.number());
        }
        if (conditions.areUnreliable()) {
            sendUnreliably(link, number, message, latency, delivery);
        } else {
            simulation.after(latency, () -> arrive(link, message, delivery));
        }
    }

    private void sendUnreliably(Link link, long number, Message message, long latency, Delivery delivery) {
        String from = link.from.name();
        String to = link.to.name();
        double chance = message.isRequest() ? conditions.requestLoss() : conditions.replyLoss();
        if (link.loss.fractionAt(number) < chance && faults.strikes(new Fault.Lost(from, to, number))) {
            traceNetwork("loses", link, message);
            delivery.dropped();
            if (message.isRequest()) {
                maybeDeliverLate(link, number, message, latency);
            }
            return;
        }
        if (link.duplication.fractionAt(number) < conditions.duplication()) {
            long delay = part(link.secondLateness, number, conditions.maxHoldBack());
            if (faults.strikes(new Fault.Duplicated(from, to, number, delay))) {
                traceNetwork("duplicates", link, message);
                delivery.duplicated();
                simulation.after(latency + delay, () -> arrive(link, message, delivery));
            }
        }
        if (link.holding.fractionAt(number) < conditions.holdBack()) {
            long delay = part(link.lateness, number, conditions.maxHoldBack());
            if (faults.strikes(new Fault.HeldBack(from, to, number, delay))) {
                traceNetwork("holds back", link, message);
                simulation.after(latency + delay, () -> arrive(link, message, delivery));
                return;
            }
        }
        simulation.after(latency, () -> arrive(link, message, delivery));
    }

    /** Delivers late, by chance, a request that counts as lost for its sender. */
    private void maybeDeliverLate(Link link, long number, Message message, long latency) {
        if (link.lateDelivery.fractionAt(number) < conditions.lateDelivery()) {
            long delay = part(link.lateness, number, conditions.maxLateness());
            if (faults.strikes(new Fault.LateDelivery(link.from.name(), link.to.name(), number, delay))) {
                simulation.after(latency + delay, () -> arrive(link, message, Delivery.UNKNOWN));
            }
        }
    }

    private static long part(Randomness.Stream lateness, long number, Duration atMost) {
        return (long) (lateness.fractionAt(number) * atMost.toNanos());
    }

    private void arrive(Link link, Message message, Delivery delivery) {
        if (link.stalled) {
            link.waiting.add(new Link.Queued(message, delivery));
            return;
        }
        deliver(link, message, delivery);
    }

    private void deliver(Link link, Message message, Delivery delivery) {
        Endpoint.Receiver receiver = link.to.receiver();
        if (receiver == null || !isOpen(link.from, link.to)) {
            traceNetwork("loses", link, message);
            delivery.dropped();
            return;
        }
        if (simulation.trace().isOn()) {
            simulation.trace().add(simulation.now(), link.to.name(), "receives from " + link.from + ": " + message);
        }
        receiver.receive(link.from, message);
    }

    private boolean isOpen(Endpoint from, Endpoint to) {
        if (!from.isServer() || !to.isServer()) {
            return from.reaches(to) && to.reaches(from);
        }
        return topology.connects(from.number(), to.number())
                && (periodicFaults.isEmpty()
                        || !periodicFaults.get().cuts(from.number())
                                && !periodicFaults.get().cuts(to.number()));
    }

    private Link link(Endpoint from, Endpoint to) {
        List<Link> outgoing = links.get(from.number());
        while (outgoing.size() <= to.number()) {
            outgoing.add(null);
        }
        Link link = outgoing.get(to.number());
        if (link == null) {
            link = new Link(simulation.randomness(), from, to);
            outgoing.set(to.number(), link);
        }
        return link;
    }

    private void traceSender(String what, Link link, Message message) {
        if (simulation.trace().isOn()) {
            simulation.trace().add(simulation.now(), link.from.name(), what + " to " + link.to + ": " + message);
        }
    }

    private void traceNetwork(String what, Link link, Message message) {
        trace(() -> what + " " + link.from + " to " + link.to + ": " + message);
    }

    private void trace(Supplier<String> what) {
        if (simulation.trace().isOn()) {
            simulation.trace().add(simulation.now(), "network", what.get());
        }
    }
}
