package kvlab.cluster;

import java.util.Optional;
import kvlab.api.RequestId;
import kvlab.api.Status;
import kvlab.history.Operation;
import kvlab.record.ClientEvent.Invoked;
import kvlab.record.ClientEvent.Named;
import kvlab.record.ClientEvent.Returned;
import kvlab.record.Place;
import kvlab.sim.Simulation;

/** Records a client's calls, if the schedule is recorded. */
final class ClientRecord {
    private final Simulation simulation;
    private final Place place;
    private final boolean on;

    ClientRecord(Simulation simulation, Place place) {
        this.simulation = simulation;
        this.place = place;
        this.on = simulation.recording().isOn();
    }

    /** So that a reader can join what servers say of a client with the client. */
    void named(long id) {
        if (on) {
            simulation.record(place, new Named(id));
        }
    }

    void invoked(Optional<RequestId> id, Operation operation) {
        if (on) {
            simulation.record(place, new Invoked(id, Calls.of(operation)));
        }
    }

    /** @param value what a get read */
    void returned(Operation operation, Status status, String value) {
        if (on) {
            simulation.record(place, new Returned(Calls.of(operation), status, Calls.read(operation, status, value)));
        }
    }
}
