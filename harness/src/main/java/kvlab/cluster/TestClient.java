package kvlab.cluster;

import java.util.Optional;
import kvlab.history.Call;
import kvlab.sim.Scope;

/** A client that makes a scenario's calls: the provided one of the core lab, or a student's Clerk. */
public interface TestClient {

    /** As people call it, such as "client 1". */
    String name();

    /** The scope of its coroutines. */
    Scope scope();

    /** Its open call, if it has one. */
    Optional<Call> current();
}
