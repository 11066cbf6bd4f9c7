package kvlab.net;

/** Told what becomes of one message, by whoever has to know whether it can still arrive. */
public interface Delivery {
    /** For senders that do not learn it. */
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
