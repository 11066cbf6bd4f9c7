package kvlab.net;

/** Tracks the copies of one message, for a sender that must know whether one can still arrive. */
public interface Delivery {
    /** For senders that do not track deliveries. */
    Delivery UNKNOWN = new Delivery() {
        @Override
        public void duplicated() {}

        @Override
        public void dropped() {}
    };

    /** The network made another copy of the message. */
    void duplicated();

    /** One copy of the message will never arrive. */
    void dropped();
}
