package kvlab.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kvlab.api.Status;
import kvlab.diagnostic.Diagnostic;
import kvlab.record.CodeEvent;
import kvlab.record.Content;
import kvlab.record.Event;
import kvlab.record.Place;

/** One call of a server's method for a copy of a request. */
final class Handling {
    private final Request request;
    private final Event called;
    private final List<LogEntry> started = new ArrayList<>();
    private final List<Event> waits = new ArrayList<>();
    private final List<Event> changes = new ArrayList<>();
    private final List<Event> refusals = new ArrayList<>();
    private Event answered;
    private Event replyDelivered;

    Handling(Request request, Event called) {
        this.request = request;
        this.called = called;
    }

    void starts(LogEntry entry) {
        started.add(entry);
    }

    void refused(Event event) {
        refusals.add(event);
    }

    /** Where it suspends or goes on. */
    void waits(Event event) {
        waits.add(event);
    }

    /** What it changed in its server's fields, outside of onNextCommand. */
    void changed(Event fields) {
        changes.add(fields);
    }

    List<Event> changes() {
        return changes;
    }

    void answered(Event event) {
        answered = event;
    }

    void replyDelivered(Event event) {
        if (replyDelivered == null) {
            replyDelivered = event;
        }
    }

    Request request() {
        return request;
    }

    /** What a statement about it begins with: the server, and the request. */
    Diagnostic about(Diagnostic statement) {
        return request.about(statement).with("server", server().number());
    }

    Event called() {
        return called;
    }

    /** The server, and its life. */
    Place server() {
        return called.place();
    }

    long attempt() {
        return ((Content.Request) ((CodeEvent.Called) called.what()).content()).attempt();
    }

    /** The entries that it started. */
    List<LogEntry> started() {
        return started;
    }

    /** Where its Raft said that it does not lead. */
    List<Event> refusals() {
        return refusals;
    }

    Optional<Event> answered() {
        return Optional.ofNullable(answered);
    }

    /** The last suspension, if it has not gone on since. */
    Optional<Event> suspended() {
        return waits.isEmpty() || !(waits.get(waits.size() - 1).what() instanceof CodeEvent.Suspended)
                ? Optional.empty()
                : Optional.of(waits.get(waits.size() - 1));
    }

    /** The last time that it went on. */
    Optional<Event> resumed() {
        Event last = null;
        for (Event wait : waits) {
            last = wait.what() instanceof CodeEvent.Resumed ? wait : last;
        }
        return Optional.ofNullable(last);
    }

    boolean succeeded() {
        return reply().map(reply -> reply.status() == Status.SUCCESS).orElse(false);
    }

    Optional<Content.Reply> reply() {
        return answered().map(event -> (Content.Reply) ((CodeEvent.Answered) event.what()).content());
    }

    Optional<String> value() {
        return reply().flatMap(Content.Reply::value);
    }

    boolean deliveredBefore(Event event) {
        return replyDelivered != null && replyDelivered.id() < event.id();
    }
}
