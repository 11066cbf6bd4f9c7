package kvlab.net;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import kvlab.record.FaultEvent.Repair;
import kvlab.record.NetworkEvent.Reason;
import kvlab.record.Place;
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
    private final NetworkRecord record;
    private final int servers;
    private final List<Endpoint> endpoints = new ArrayList<>();
    private final List<List<Link>> links = new ArrayList<>();

    private Conditions conditions;
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
        this.record = new NetworkRecord(simulation);
        this.conditions = faults.conditions(Conditions.RELIABLE);
        for (int server = 0; server < servers; server++) {
            join(Place.server(server, 0));
        }
    }

    // --------------------------------------------------------------------------------------------------- endpoints

    /** The endpoint of a server, by its number. */
    public Endpoint server(int number) {
        return endpoints.get(number);
    }

    /** Adds an endpoint, such as a client. */
    public Endpoint join(Place place) {
        Endpoint endpoint = new Endpoint(place, endpoints.size());
        endpoints.add(endpoint);
        links.add(new ArrayList<>());
        return endpoint;
    }

    // ------------------------------------------------------------------------------------------------------ faults

    /** Sets the conditions of all links. */
    public void conditions(Conditions newConditions) {
        conditions = faults.conditions(newConditions);
    }

    /** Begins periodic faults among the servers. */
    public void beginPeriodicFaults(PeriodicFaults.Settings settings) {
        endPeriodicFaults();
        periodicFaults = Optional.of(new PeriodicFaults(simulation, faults, record, settings, servers, faultyPeriods));
    }

    /** Ends periodic faults. */
    public void endPeriodicFaults() {
        periodicFaults.ifPresent(past -> faultyPeriods = past.period() + 1);
        periodicFaults = Optional.empty();
    }

    /** Cuts servers off from their peers in both directions, until {@link #reconnect}. */
    public void cutOff(List<Integer> cut) {
        Fault.CutOff cutOff = new Fault.CutOff(cuts++, cut);
        if (faults.strikes(cutOff)) {
            cut.forEach(topology::cutOff);
            record.cut(cutOff);
        }
    }

    /** Undoes {@link #cutOff} for servers. */
    public void reconnect(List<Integer> cut) {
        cut.forEach(topology::reconnect);
        record.healed(Repair.RECONNECTED, servers(cut), List.of());
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
            record.cut(partition);
        }
    }

    /** Connects one server to each of some others; there are no other links between servers. */
    public void star(int centre, List<Integer> leaves) {
        Fault.Star star = new Fault.Star(stars++, centre, leaves);
        if (faults.strikes(star)) {
            topology.star(centre, leaves);
            record.cut(star);
        }
    }

    /** Cuts one direction of the links from some servers to others, until {@link #hear} or {@link #heal}. */
    public void deafen(List<Integer> from, List<Integer> to) {
        Fault.OneWay oneWay = new Fault.OneWay(oneWays++, from, to);
        if (faults.strikes(oneWay)) {
            topology.deafen(from, to);
            record.cut(oneWay);
        }
    }

    /** Undoes {@link #deafen}. */
    public void hear(List<Integer> from, List<Integer> to) {
        topology.hear(from, to);
        record.healed(Repair.HEARD, servers(from), servers(to));
    }

    /** Connects servers within each half, and one server to all of them. Replaces a partition, bridge or ring. */
    public void bridge(int server, List<Integer> left, List<Integer> right) {
        Fault.Bridge bridge = new Fault.Bridge(bridges++, server, left, right);
        if (faults.strikes(bridge)) {
            topology.bridge(server, left, right);
            record.cut(bridge);
        }
    }

    /** Connects each server to its two neighbours in an order. Replaces a partition, bridge or ring. */
    public void ring(List<Integer> order) {
        Fault.Ring ring = new Fault.Ring(rings++, order);
        if (faults.strikes(ring)) {
            topology.ring(order);
            record.cut(ring);
        }
    }

    /** Delays messages from one server to another, until {@link #heal}. */
    public void slow(int from, int to, Duration delay) {
        Fault.Slow slow = new Fault.Slow(slowings++, from, to, delay.toNanos());
        if (faults.strikes(slow)) {
            link(server(from), server(to)).slowedBy = delay.toNanos();
            record.cut(slow);
        }
    }

    /** Queues messages from one server to another on arrival, until {@link #release} or {@link #heal}. */
    public void stall(int from, int to) {
        Fault.Stalled stalled = new Fault.Stalled(stalls++, from, to);
        if (faults.strikes(stalled)) {
            link(server(from), server(to)).stalled = true;
            record.cut(stalled);
        }
    }

    /** The queue of a stalled link. */
    public StalledQueue queue(int from, int to) {
        Link link = link(server(from), server(to));
        return new StalledQueue(simulation, faults, record, link, this::deliver);
    }

    /** Undoes {@link #stall}: queued messages arrive now, in order. */
    public void release(int from, int to) {
        release(link(server(from), server(to)));
        record.healed(Repair.RELEASED, servers(List.of(from)), servers(List.of(to)));
    }

    private void release(Link link) {
        link.stalled = false;
        link.waiting.forEach(queued -> record.with(queued, () -> simulation.after(0, queued)));
        link.waiting.clear();
    }

    /** Loses what a server sends to clients, for a time. */
    public void silence(int server, Duration time) {
        Fault.Silence silence = new Fault.Silence(silences++, server);
        if (faults.strikes(silence)) {
            server(server).silentUntil(simulation.nanoTime() + time.toNanos());
            record.cut(silence);
        }
    }

    /** Undoes all cuts, partitions, stars, bridges, rings, slow and stalled links, and confinements. */
    public void heal() {
        topology.heal();
        endpoints.subList(0, servers).forEach(this::restoreLinks);
        endpoints.forEach(Endpoint::reachAll);
        record.healed(Repair.ALL, List.of(), List.of());
    }

    /** Connects a client to some servers only, until {@link #heal}. */
    public void confine(Endpoint client, List<Integer> toServers) {
        Fault.Confined confined = new Fault.Confined(confinements++, client.name(), toServers);
        if (faults.strikes(confined)) {
            client.reachOnly(toServers);
            record.cut(confined);
        }
    }

    /** Undoes {@link #confine} for a client. */
    public void release(Endpoint client) {
        client.reachAll();
        record.healed(Repair.CLIENT, List.of(client), List.of());
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
        long cause = record.cause();
        transmit(number, new Transmission(this, link, message, delivery, record.sent(link, message)));
        record.causedBy(cause);
    }

    private void transmit(long number, Transmission copy) {
        Link link = copy.link();
        Endpoint from = link.from;
        Endpoint to = link.to;
        if (!isOpen(from, to) || !to.isServer() && from.isSilentAt(simulation.nanoTime())) {
            record.dropped(copy, Reason.CUT_WHEN_SENT);
            copy.delivery().dropped();
            return;
        }
        long least = conditions.minLatency().toNanos();
        long range = conditions.maxLatency().toNanos() - least;
        long latency = least + (long) (link.latency.fractionAt(number) * range) + link.slowedBy;
        if (periodicFaults.isPresent() && from.isServer() && to.isServer()) {
            latency += periodicFaults.get().delay(from.number());
        }
        if (conditions.areUnreliable()) {
            transmitUnreliably(number, copy, latency);
        } else {
            simulation.after(latency, copy);
        }
    }

    private void transmitUnreliably(long number, Transmission copy, long latency) {
        Link link = copy.link();
        String from = link.from.name();
        String to = link.to.name();
        double chance = copy.message().isRequest() ? conditions.requestLoss() : conditions.replyLoss();
        if (link.loss.fractionAt(number) < chance) {
            Fault lost = new Fault.Lost(from, to, number);
            if (faults.strikes(lost)) {
                record.dropped(copy, Reason.CHANCE, lost);
                copy.delivery().dropped();
                if (copy.message().isRequest()) {
                    maybeDeliverLate(number, copy, latency);
                }
                return;
            }
        }
        if (link.duplication.fractionAt(number) < conditions.duplication()) {
            long delay = part(link.secondLateness, number, conditions.maxHoldBack());
            Fault duplicated = new Fault.Duplicated(from, to, number, delay);
            if (faults.strikes(duplicated)) {
                Transmission second = record.duplicated(copy, delay, duplicated);
                copy.delivery().duplicated();
                simulation.after(latency + delay, second);
                record.backTo(copy);
            }
        }
        if (link.holding.fractionAt(number) < conditions.holdBack()) {
            long delay = part(link.lateness, number, conditions.maxHoldBack());
            Fault heldBack = new Fault.HeldBack(from, to, number, delay);
            if (faults.strikes(heldBack)) {
                simulation.after(latency + delay, record.heldBack(copy, delay, heldBack));
                return;
            }
        }
        simulation.after(latency, copy);
    }

    /** Delivers late, by chance, a request that counts as lost for its sender. */
    private void maybeDeliverLate(long number, Transmission lost, long latency) {
        Link link = lost.link();
        if (link.lateDelivery.fractionAt(number) < conditions.lateDelivery()) {
            long delay = part(link.lateness, number, conditions.maxLateness());
            if (faults.strikes(new Fault.LateDelivery(link.from.name(), link.to.name(), number, delay))) {
                simulation.after(latency + delay, record.late(lost));
            }
        }
    }

    private static long part(Randomness.Stream lateness, long number, Duration atMost) {
        return (long) (lateness.fractionAt(number) * atMost.toNanos());
    }

    /** A copy of a message is at the end of its link. */
    void arrive(Transmission copy) {
        if (copy.link().stalled) {
            copy.link().waiting.add(record.queued(copy));
            return;
        }
        deliver(copy);
    }

    private void deliver(Transmission copy) {
        Link link = copy.link();
        Endpoint.Receiver receiver = link.to.receiver();
        if (receiver == null || !isOpen(link.from, link.to)) {
            record.dropped(copy, receiver == null ? Reason.RECEIVER_DOWN : Reason.CUT_ON_ARRIVAL);
            copy.delivery().dropped();
            return;
        }
        record.delivered(copy);
        receiver.receive(link.from, copy.message());
    }

    private List<Endpoint> servers(List<Integer> numbers) {
        return numbers.stream().map(endpoints::get).toList();
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
}
