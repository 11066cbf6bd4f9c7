package kvlab.history;

import java.util.Objects;

/** How a call ended, as far as its client knows. */
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

    /** No answer came: the call may have taken effect at any time since it began, may still do so, or never. */
    record Pending() implements Outcome {}
}
