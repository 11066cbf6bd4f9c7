package kvlab.cluster;

import java.util.List;
import java.util.stream.IntStream;
import kvlab.net.Network;
import kvlab.net.StalledQueue;

/** Shapes of the network other than sides, and Clerks without a connection. {@link Cluster#reconnectAll} undoes all. */
public final class Links {
    private final Network network;
    private final int servers;

    Links(Network network, int servers) {
        this.network = network;
        this.servers = servers;
    }

    /** Cuts one direction: a server no longer hears its peers, which still hear it. */
    public void deafen(int server) {
        network.deafen(peers(server), List.of(server));
    }

    /** Undoes {@link #deafen}. */
    public void hear(int server) {
        network.hear(peers(server), List.of(server));
    }

    /** Cuts one direction of the links from some servers to others. */
    public void cutOneWay(List<Integer> from, List<Integer> to) {
        network.deafen(from, to);
    }

    /** Undoes all cuts of one direction. */
    public void hearAll() {
        List<Integer> all = IntStream.range(0, servers).boxed().toList();
        network.hear(all, all);
    }

    /** Connects servers within each half, and one server to all of them. Replaces a partition, bridge or ring. */
    public void bridge(int server, List<Integer> left, List<Integer> right) {
        network.bridge(server, left, right);
    }

    /** Connects each server to its two neighbours in an order. Replaces a partition, bridge or ring. */
    public void ring(List<Integer> order) {
        network.ring(order);
    }

    /** The queue of a link that {@link Cluster#stall} has stalled. */
    public StalledQueue queue(int from, int to) {
        return network.queue(number(from), number(to));
    }

    /** Queues what a server sends to its peers, until {@link #release}. */
    void stall(int server) {
        peers(server).forEach(peer -> network.stall(server, peer));
    }

    /** Undoes {@link #stall}: what the server has sent meanwhile arrives now. */
    void release(int server) {
        peers(server).forEach(peer -> network.release(server, peer));
    }

    /** Connects a Clerk to some servers only, or to none, until {@link #release(Clerk)}. */
    public void confine(Clerk clerk, List<Integer> reachable) {
        network.confine(
                clerk.endpoint(), reachable.stream().map(this::number).sorted().toList());
    }

    /** Connects a Clerk to all servers again. */
    public void release(Clerk clerk) {
        network.release(clerk.endpoint());
    }

    private int number(int server) {
        return Math.floorMod(server, servers);
    }

    /** All servers but one. */
    public List<Integer> peers(int server) {
        return IntStream.range(0, servers)
                .filter(other -> other != server)
                .boxed()
                .toList();
    }
}
