package kvlab.history;

import java.util.Objects;

/** Reads the key's value. */
public record Get(String key) implements Operation {
    public Get {
        Objects.requireNonNull(key, "key");
    }

    @Override
    public String toString() {
        return "get(\"" + key + "\")";
    }
}
