package kvlab.net;

import java.util.ArrayList;
import java.util.List;
import kvlab.sim.Randomness;

/** One direction between two endpoints, with the random streams that decide about its messages. */
final class Link {
    final Endpoint from;
    final Endpoint to;
    final Randomness.Stream latency;
    final Randomness.Stream loss;
    final Randomness.Stream lateDelivery;
    final Randomness.Stream duplication;
    final Randomness.Stream holding;
    final Randomness.Stream lateness;
    final Randomness.Stream secondLateness;
    long sent;
    long slowedBy;
    boolean stalled;
    long copied;
    long lostInQueue;
    /** Messages that have arrived while the link is stalled. */
    final List<Transmission> waiting = new ArrayList<>();

    Link(Randomness randomness, Endpoint from, Endpoint to) {
        this.from = from;
        this.to = to;
        latency = randomness.stream("latency", from.number(), to.number());
        loss = randomness.stream("loss", from.number(), to.number());
        lateDelivery = randomness.stream("straying", from.number(), to.number());
        duplication = randomness.stream("doubling", from.number(), to.number());
        holding = randomness.stream("holding", from.number(), to.number());
        lateness = randomness.stream("lateness", from.number(), to.number());
        secondLateness = randomness.stream("lateness of the second", from.number(), to.number());
    }
}
