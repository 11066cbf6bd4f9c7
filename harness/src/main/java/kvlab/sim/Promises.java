package kvlab.sim;

import java.util.Optional;
import kvlab.api.Promise;

/** What promises hold, for observers: a promise itself offers students its contract only. */
public final class Promises {
    private Promises() {}

    /** The value of a promise of a simulation; empty if it is not complete. */
    public static Optional<?> valueOf(Promise<?> promise) {
        return promise instanceof SimPromise<?> own ? own.value() : Optional.empty();
    }
}
