package kvlab.history;

import java.util.Objects;

/** The outcome of a call, as its client knows it. */
public sealed interface Outcome {

    /**
     * The call took effect once, between its beginning and this moment.
     *
     * @param value what a get read; empty for put and append
     */
    record Returned(Moment at, String value) implements Outcome {
        public Returned {
            Objects.requireNonNull(at, "at");
            Objects.requireNonNull(value, "value");
        }
    }

    /** No reply: the call may take effect at any time after its invocation, or never. */
    record Pending() implements Outcome {}
}
