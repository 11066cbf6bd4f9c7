package kvlab.net;

/** One copy of a message on its way over a link. Runs when it arrives. */
final class Transmission implements Runnable {
    private final Network network;
    private final Link link;
    private final Message message;
    private final Delivery delivery;
    private final Envelope envelope;

    /** @param envelope for the record; {@code null} if the schedule is not recorded */
    Transmission(Network network, Link link, Message message, Delivery delivery, Envelope envelope) {
        this.network = network;
        this.link = link;
        this.message = message;
        this.delivery = delivery;
        this.envelope = envelope;
    }

    Link link() {
        return link;
    }

    Message message() {
        return message;
    }

    Delivery delivery() {
        return delivery;
    }

    Envelope envelope() {
        return envelope;
    }

    /** The same, but otherwise on its way. */
    Transmission with(Envelope other) {
        return other == envelope ? this : new Transmission(network, link, message, delivery, other);
    }

    /** A copy whose sender no longer expects it. */
    Transmission untracked(Envelope other) {
        return new Transmission(network, link, message, Delivery.UNKNOWN, other);
    }

    @Override
    public void run() {
        network.arrive(this);
    }
}
