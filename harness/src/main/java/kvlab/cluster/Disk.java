package kvlab.cluster;

import java.util.Optional;
import kvlab.raft.PersistentState;

/** A server's persistent storage: the provided Raft's state, or the record that a student's Raft saved. */
final class Disk {
    private final PersistentState provided = new PersistentState();
    private Optional<Record> own = Optional.empty();

    PersistentState provided() {
        return provided;
    }

    Optional<Record> own() {
        return own;
    }

    void save(Record state) {
        own = Optional.of(state);
    }
}
