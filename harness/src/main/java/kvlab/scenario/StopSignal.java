package kvlab.scenario;

/** Asks coroutines to stop. */
final class StopSignal {
    private boolean requested;

    void request() {
        requested = true;
    }

    boolean isRequested() {
        return requested;
    }
}
