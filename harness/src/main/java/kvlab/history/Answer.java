package kvlab.history;

/** What is known of one key's history up to some limit. */
sealed interface Answer {

    /** It is linearizable: this order of calls explains it. Pending calls that are not in it had no effect. */
    record Order(int[] calls) implements Answer {}

    /** No order explains it. */
    record NoOrder() implements Answer {}

    /** Not known yet. */
    record Open() implements Answer {}

    Answer NO_ORDER = new NoOrder();
    Answer OPEN = new Open();
}
