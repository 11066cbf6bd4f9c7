package kvlab.sim;

import kvlab.diagnostic.Diagnostic;

/** A schedule exceeded one of the limits of {@link Simulation}: it would not end, or would exhaust the memory. */
public final class EventLimitExceeded extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient Diagnostic diagnostic;

    EventLimitExceeded(Diagnostic diagnostic) {
        super(diagnostic.message());
        this.diagnostic = diagnostic;
    }

    public Diagnostic diagnostic() {
        return diagnostic;
    }
}
