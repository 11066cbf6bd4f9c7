package kvlab.cluster;

import java.util.Optional;
import kvlab.history.Call;
import kvlab.sim.Scope;

/** A client of a scenario: the provided one of the core lab, or a student's Clerk. */
public interface TestClient {

    /** Its number among the clients of a cluster, from 1. */
    int number();

    /** The displayed name, such as "client 1". */
    String name();

    /** The scope of its coroutines. */
    Scope scope();

    /** Its open call, if it has one. */
    Optional<Call> current();
}
