package kvlab.cluster;

import java.util.Optional;
import kvlab.raft.PersistentState;

/** What a server keeps over its crashes: the provided Raft's state, or what an own Raft has saved. */
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
