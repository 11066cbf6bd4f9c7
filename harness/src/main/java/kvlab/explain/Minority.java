package kvlab.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import kvlab.diagnostic.Diagnostic;
import kvlab.record.Event;
import kvlab.record.RaftEvent;

/** A command was delivered that no majority had. */
final class Minority {
    private Minority() {}

    /** @param delivered a delivery of a student's Raft */
    static Optional<Cause> cause(Case failed, Held held, Event delivered) {
        Peers peers = failed.peers();
        RaftEvent.Committed entry = (RaftEvent.Committed) delivered.what();
        TreeSet<Integer> holders = held.holders(entry.command(), peers.servers(), delivered);
        holders.add(delivered.place().number()); // its fields are read after this step only
        List<Integer> others = peers.servers().stream()
                .filter(server -> server != delivered.place().number())
                .toList();
        if (holders.size() >= peers.majority() || !held.isKnown(entry.command(), others, delivered)) {
            return Optional.empty();
        }
        List<PeerCall> done = peers.calls().stream()
                .filter(call -> call.from() == delivered.place().number()
                        && call.repliedBefore(delivered)
                        && call.mentions(entry.command())
                        && call.consent().orElse(false))
                .toList();
        Optional<Integer> repeated = done.stream()
                .map(PeerCall::to)
                .filter(to -> done.stream().filter(call -> call.to() == to).count() > 1)
                .findFirst();
        List<Event> evidence = new ArrayList<>();
        evidence.addAll(failed.course().startsOf(entry.command()));
        done.forEach(call -> evidence.add(call.replyDelivered().orElseThrow()));
        evidence.add(delivered);
        return Optional.of(new Cause(
                Diagnostic.of("cause.raft-delivered-by-minority")
                        .with("server", delivered.place().number())
                        .with("index", entry.index())
                        .with("term", entry.term())
                        .with("command", entry.command())
                        .with("holders", Peers.names(holders))
                        .with("majority", peers.majority())
                        .with("repeated", repeated),
                List.of(),
                evidence));
    }
}
