package kvlab.scenario;

/** Tells those who work that it is time to stop. */
final class StopSignal {
    private boolean requested;

    void request() {
        requested = true;
    }

    boolean isRequested() {
        return requested;
    }
}
