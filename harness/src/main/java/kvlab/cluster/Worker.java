package kvlab.cluster;

import java.util.Optional;
import kvlab.history.Call;
import kvlab.sim.Scope;

/** Whoever makes calls for a scenario: a client of the core lab, or a student's Clerk. */
public interface Worker {

    /** As people call it, such as "client 1". */
    String name();

    /** Where its coroutines belong. */
    Scope scope();

    /** The call that it is in, if it is in one. */
    Optional<Call> current();
}
