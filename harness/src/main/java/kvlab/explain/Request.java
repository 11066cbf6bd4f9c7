package kvlab.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kvlab.api.RequestId;
import kvlab.diagnostic.Diagnostic;
import kvlab.record.Event;

/** A request of a client: its attempts, and what servers did for them. */
final class Request {
    private final RequestId id;
    private final ClientCall call;
    private final List<Event> attempts = new ArrayList<>();
    private final List<Handling> handlings = new ArrayList<>();
    private final List<LogEntry> entries = new ArrayList<>();

    Request(RequestId id, ClientCall call) {
        this.id = id;
        this.call = call;
    }

    RequestId id() {
        return id;
    }

    ClientCall call() {
        return call;
    }

    /** What a statement about it begins with: the call, and whose it is. */
    Diagnostic about(Diagnostic statement) {
        return statement.with("request", call.call().operation()).with("client", id.client());
    }

    /** Where its client sends it. */
    List<Event> attempts() {
        return attempts;
    }

    /** The calls of servers' methods for it, in order. */
    List<Handling> handlings() {
        return handlings;
    }

    /** The entries that were started for it, in order. */
    List<LogEntry> entries() {
        return entries;
    }

    /** The entries that were committed, by index. */
    List<LogEntry> committed() {
        return entries.stream()
                .filter(entry -> entry.committed().isPresent())
                .sorted((a, b) -> Long.compare(a.index(), b.index()))
                .toList();
    }

    Optional<Handling> unanswered() {
        return handlings.stream()
                .filter(handling -> handling.answered().isEmpty())
                .findFirst();
    }
}
