package kvlab.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kvlab.diagnostic.Diagnostic;
import kvlab.explain.Held.Answer;
import kvlab.record.CodeEvent;
import kvlab.record.Content.PeerMessage;
import kvlab.record.Event;
import kvlab.record.RaftEvent;

/** A server removed a committed entry from its log, on a message from a server that has the entry itself. */
final class Removal {
    private Removal() {}

    /** @param until up to which event it is looked for */
    static Optional<Cause> of(Case failed, Held held, int server, RaftEvent.Committed entry, Event until) {
        Optional<Event> gone = held.lost(server, entry.command(), until);
        Optional<Event> called = gone.flatMap(event -> failed.course().nearest(event, CodeEvent.Called.class))
                .filter(event -> ((CodeEvent.Called) event.what()).content() instanceof PeerMessage);
        if (called.isEmpty()) {
            return Optional.empty();
        }
        int leader = ((CodeEvent.Called) called.get().what()).from().number();
        if (held.holds(leader, entry.command(), called.get()) != Answer.YES) {
            return Optional.empty();
        }
        List<Event> evidence = new ArrayList<>();
        failed.course().events().stream()
                .filter(event -> event.what().equals(entry))
                .findFirst()
                .ifPresent(evidence::add);
        evidence.add(called.get());
        evidence.add(gone.get());
        return Optional.of(new Cause(
                Diagnostic.of("cause.raft-committed-entry-removed")
                        .with("server", server)
                        .with("leader", leader)
                        .with("index", entry.index())
                        .with("term", entry.term())
                        .with("command", entry.command()),
                List.of(),
                evidence));
    }
}
