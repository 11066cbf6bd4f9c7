package kvlab.net;

/** Told what becomes of one message, by whoever has to know whether it can still arrive. */
public interface Fate {
    /** For senders that do not learn it. */
    Fate UNKNOWN = new Fate() {
        @Override
        public void doubled() {}

        @Override
        public void lost() {}
    };

    /** There is one more copy of the message under way. */
    void doubled();

    /** One copy of the message will never arrive. */
    void lost();
}
