package kvlab.history;

import java.util.Objects;
import kvlab.diagnostic.Quote;

/** Replaces the key's value. */
public record Put(String key, String value) implements Operation {
    public Put {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(value, "value");
    }

    @Override
    public String toString() {
        return "put(" + Quote.of(key) + ", " + Quote.of(value) + ")";
    }
}
