package kvlab.sim;

/** A schedule that would never end, or would exhaust the memory: it met one of the limits of {@link Simulation}. */
public final class EventLimitExceeded extends RuntimeException {
    private static final long serialVersionUID = 1;

    EventLimitExceeded(String message) {
        super(message);
    }
}
