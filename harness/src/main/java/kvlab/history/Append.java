package kvlab.history;

import java.util.Objects;
import kvlab.diagnostic.Quote;

/** Adds to the end of the key's value. */
public record Append(String key, String value) implements Operation {
    public Append {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(value, "value");
    }

    @Override
    public String toString() {
        return "append(" + Quote.of(key) + ", " + Quote.of(value) + ")";
    }
}
