package kvlab.history;

import java.util.List;
import java.util.Optional;
import kvlab.diagnostic.Diagnostic;
import kvlab.diagnostic.Quote;

/** Whether the calls of a history can be put into one order that explains every answer and keeps real time. */
public sealed interface Linearizability {

    /** What was found out; empty if the history is linearizable. */
    Optional<Diagnostic> diagnostic();

    /** What led to it, in lines; possibly empty. */
    String detail();

    /** There is such an order. */
    record Linearizable() implements Linearizability {
        @Override
        public Optional<Diagnostic> diagnostic() {
            return Optional.empty();
        }

        @Override
        public String detail() {
            return "";
        }
    }

    /**
     * There is none. A history fails at the moment some get returns: a put or append that ends can always be placed
     * last, so a get is the only call that may find no place.
     *
     * @param key the key whose calls have no linearization
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
        public Optional<Diagnostic> diagnostic() {
            return Optional.of(new Explanation(this).diagnostic());
        }

        @Override
        public String detail() {
            return new Explanation(this).detail();
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
        public Optional<Diagnostic> diagnostic() {
            return Optional.of(Diagnostic.of("history.undecided")
                    .with("count", keys.size())
                    .with("keys", String.join(", ", keys.stream().map(Quote::of).toList()))
                    .with("states", states));
        }

        @Override
        public String detail() {
            return "";
        }
    }
}
