package kvlab.net;

/** Receives what becomes of one message, for a sender that must know whether it can still arrive. */
public interface Delivery {
    /** For senders that need not know. */
    Delivery UNKNOWN = new Delivery() {
        @Override
        public void duplicated() {}

        @Override
        public void dropped() {}
    };

    /** There is one more copy of the message under way. */
    void duplicated();

    /** One copy of the message will never arrive. */
    void dropped();
}
