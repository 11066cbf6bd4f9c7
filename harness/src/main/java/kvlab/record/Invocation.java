package kvlab.record;

import java.util.Optional;
import kvlab.diagnostic.Quote;

/**
 * An operation of the store that a client calls.
 *
 * @param method {@code put}, {@code append} or {@code get}
 * @param value what a put or append writes; empty for a get
 */
public record Invocation(String method, String key, Optional<String> value) {
    public Invocation {
        key = Bounded.value(key);
        value = value.map(Bounded::value);
    }

    @Override
    public String toString() {
        return method + "(" + Quote.of(key)
                + value.map(written -> ", " + Quote.of(written)).orElse("") + ")";
    }
}
