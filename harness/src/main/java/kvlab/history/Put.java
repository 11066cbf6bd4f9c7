package kvlab.history;

import java.util.Objects;

/** Replaces the key's value. */
public record Put(String key, String value) implements Operation {
    public Put {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(value, "value");
    }

    @Override
    public String toString() {
        return "put(\"" + key + "\", \"" + value + "\")";
    }
}
