package kvlab.history;

import java.util.Objects;

/** Replaces the key's value. */
public record Put(String key, String value) implements Operation {
    public Put {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(value, "value");
    }

    /** As a program would write it. */
    @Override
    public String toString() {
        return "put(\"" + key + "\", \"" + value + "\")";
    }
}
