package kvlab.cluster;

import java.util.Optional;
import kvlab.api.Status;
import kvlab.history.Append;
import kvlab.history.Get;
import kvlab.history.Operation;
import kvlab.history.Put;
import kvlab.record.Invocation;

/** Clients' operations as the record of a schedule holds them. */
final class Calls {
    private Calls() {}

    static Invocation of(Operation operation) {
        return new Invocation(method(operation), operation.key(), written(operation));
    }

    /** The operation's name, as in {@link kvlab.api.KeyValueServer}. */
    static String method(Operation operation) {
        if (operation instanceof Put) {
            return "put";
        }
        return operation instanceof Get ? "get" : "append";
    }

    private static Optional<String> written(Operation operation) {
        if (operation instanceof Put put) {
            return Optional.of(put.value());
        }
        return operation instanceof Append append ? Optional.of(append.value()) : Optional.empty();
    }

    /** What an operation read: the value of a get that succeeded. */
    static Optional<String> read(Operation operation, Status status, String value) {
        return operation instanceof Get && status == Status.SUCCESS ? Optional.ofNullable(value) : Optional.empty();
    }
}
