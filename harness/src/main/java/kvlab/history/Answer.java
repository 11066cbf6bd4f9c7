package kvlab.history;

/** The answer for a prefix of one key's history. */
sealed interface Answer {

    /** Linearizable, by this order of calls. Pending calls that are not in it had no effect. */
    record Order(int[] calls) implements Answer {}

    /** No order explains it. */
    record NoOrder() implements Answer {}

    /** Not known yet. */
    record Open() implements Answer {}

    Answer NO_ORDER = new NoOrder();
    Answer OPEN = new Open();
}
