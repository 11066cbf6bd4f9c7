package kvlab.history;

import java.util.Objects;
import kvlab.diagnostic.Quote;

/** Reads the key's value. */
public record Get(String key) implements Operation {
    public Get {
        Objects.requireNonNull(key, "key");
    }

    @Override
    public String toString() {
        return "get(" + Quote.of(key) + ")";
    }
}
