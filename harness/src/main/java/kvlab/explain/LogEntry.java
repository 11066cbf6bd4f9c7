package kvlab.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import kvlab.record.CodeEvent;
import kvlab.record.Event;
import kvlab.record.FieldChange;
import kvlab.record.Place;

/** A command at an index of the log, in a term. */
final class LogEntry {
    private final long index;
    private final long term;
    private final List<Event> applied = new ArrayList<>();
    private final List<Event> changes = new ArrayList<>();
    private Request request;
    private Event started;
    private Event committed;
    private Event overwritten;

    LogEntry(long index, long term) {
        this.index = index;
        this.term = term;
    }

    void started(Event event, Optional<Request> by) {
        if (started == null) {
            started = event;
            request = by.orElse(null);
        }
    }

    void committed(Event event) {
        if (committed == null) {
            committed = event;
        }
    }

    void overwritten(Event event) {
        overwritten = event;
    }

    void applied(Event event) {
        applied.add(event);
    }

    /** What applying it changed in the fields of a life of a server. */
    void changed(Event fields) {
        changes.add(fields);
    }

    long index() {
        return index;
    }

    long term() {
        return term;
    }

    /** Where it was started; unknown if that was before the record, or if a student's Raft made it up. */
    Optional<Event> started() {
        return Optional.ofNullable(started);
    }

    /** For which request it was started; unknown if it was not while a request was handled. */
    Optional<Request> request() {
        return Optional.ofNullable(request);
    }

    /** Where the first server learned that it is committed. */
    Optional<Event> committed() {
        return Optional.ofNullable(committed);
    }

    /** Where it was last removed from a log. */
    Optional<Event> overwritten() {
        return Optional.ofNullable(overwritten);
    }

    boolean committedBefore(Event event) {
        return committed != null && committed.id() < event.id();
    }

    /** Where a life of a server was given the command. */
    Optional<Event> appliedAt(Place server) {
        return applied.stream().filter(event -> event.place().equals(server)).findFirst();
    }

    /** Where it was started, and where a life of a server was given it. */
    List<Event> wayTo(Place server) {
        return Stream.of(started(), appliedAt(server)).flatMap(Optional::stream).toList();
    }

    boolean appliedBefore(Event event) {
        return appliedAt(event.place()).filter(apply -> apply.id() < event.id()).isPresent();
    }

    /** What applying it changed in the fields of a life of a server, and is shown of them. */
    List<FieldChange> changesAt(Place server) {
        return changes.stream()
                .filter(event -> event.place().equals(server))
                .flatMap(event -> ((CodeEvent.Fields) event.what()).changes().stream())
                .toList();
    }

    Optional<Event> changeEventAt(Place server) {
        return changes.stream().filter(event -> event.place().equals(server)).findFirst();
    }

    /** The lives of servers that were given the command. */
    List<Place> servers() {
        return applied.stream().map(Event::place).distinct().toList();
    }
}
