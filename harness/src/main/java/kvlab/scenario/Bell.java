package kvlab.scenario;

/** Tells those who work that it is time to stop. */
final class Bell {
    private boolean rung;

    void ring() {
        rung = true;
    }

    boolean hasRung() {
        return rung;
    }
}
