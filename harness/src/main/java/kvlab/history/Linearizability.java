package kvlab.history;

import java.util.List;

/** Whether the calls of a history can be put into one order that explains every answer and keeps real time. */
public sealed interface Linearizability {

    /** For people: a few lines, without a line break at the end. */
    String explain();

    /** There is such an order. */
    record Linearizable() implements Linearizability {
        @Override
        public String explain() {
            return "The history is linearizable.";
        }
    }

    /**
     * There is none. A history fails at the moment some get returns: a put or append that ends can always be placed
     * last, so a get is the only call that may find no place.
     *
     * @param key the key whose calls have no order; those of other keys do not matter
     * @param unplaceable the get at whose return the key's history stopped being linearizable
     * @param prefix an order that explains the key's history before that return, without calls that had no effect yet
     * @param longest whether this is proven to be the longest linearizable prefix. Otherwise the budget ended first:
     *     at the get's return the history is not linearizable, but a get between the prefix and it may be the first
     *     that has no place
     */
    record NotLinearizable(String key, Call unplaceable, List<Call> prefix, boolean longest)
            implements Linearizability {
        public NotLinearizable {
            prefix = List.copyOf(prefix);
        }

        @Override
        public String explain() {
            return Explanation.of(this);
        }
    }

    /**
     * The budget ended before an answer was found; no other key has been found to fail.
     *
     * @param keys those that are open, in order of first use
     * @param states how many states were searched
     */
    record Undecided(List<String> keys, long states) implements Linearizability {
        public Undecided {
            keys = List.copyOf(keys);
        }

        @Override
        public String explain() {
            return "Undecided: no verdict on " + (keys.size() == 1 ? "key " : "keys ")
                    + String.join(
                            ", ", keys.stream().map(key -> '"' + key + '"').toList())
                    + " after " + states + " states. Fewer calls at the same time on one key, or written values that "
                    + "differ from each other, make a history easier to decide.";
        }
    }
}
