package kvlab.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import kvlab.diagnostic.Diagnostic;
import kvlab.record.Event;
import kvlab.record.RaftEvent;
import kvlab.record.Timeline;

/** A command that a leader took was not delivered: the leader did not send it, or did not count who has it, or it was removed. */
final class Undelivered implements Detective {
    private static final Set<String> FINDINGS = Set.of(
            "raft.agreement-not-delivered",
            "raft.missed-entry-not-sent",
            "raft.concurrent-commands-missing",
            "raft.committed-command-missing");

    @Override
    public Optional<Cause> solve(Case failed) {
        if (!FINDINGS.contains(failed.finding().code())) {
            return Optional.empty();
        }
        Event last = failed.course().events().get(failed.course().events().size() - 1);
        return failed.course().events().stream()
                .filter(event -> event.what() instanceof RaftEvent.Started started
                        && started.leader()
                        && started.index() == failed.number("index")
                        && started.term() == failed.number("term"))
                .findFirst()
                .filter(started -> failed.peers()
                        .roleAt(started.place().number(), last)
                        .filter(role -> role.state() == RaftEvent.State.LEADER && role.term() == failed.number("term"))
                        .isPresent())
                .flatMap(started -> new Stuck(failed, started, last).cause());
    }

    /** The leader that took the command still leads. */
    private static final class Stuck {
        private final Case failed;
        private final Peers peers;
        private final Event started;
        private final Event last;
        private final RaftEvent.Started entry;
        private final int leader;

        Stuck(Case failed, Event started, Event last) {
            this.failed = failed;
            this.started = started;
            this.last = last;
            peers = failed.peers();
            entry = (RaftEvent.Started) started.what();
            leader = started.place().number();
        }

        Optional<Cause> cause() {
            Held held = new Held(failed.course().events());
            if (!held.isKnown(entry.command(), peers.servers(), last)) {
                return Optional.empty();
            }
            TreeSet<Integer> holders = held.holders(entry.command(), peers.servers(), last);
            if (holders.size() >= peers.majority() && !isDeliveredBy(leader)) {
                return Optional.of(notCounted(holders));
            }
            List<Integer> lacking = peers.servers().stream()
                    .filter(server -> !holders.contains(server))
                    .toList();
            return lacking.stream()
                    .flatMap(server -> notSent(server).or(() -> removed(held, server)).stream())
                    .findFirst();
        }

        private Optional<Cause> removed(Held held, int server) {
            return failed.course().events().stream()
                    .filter(event -> event.what() instanceof RaftEvent.Committed committed
                            && committed.command().equals(entry.command()))
                    .findFirst()
                    .flatMap(event -> Removal.of(failed, held, server, (RaftEvent.Committed) event.what(), last));
        }

        private boolean isDeliveredBy(int server) {
            return failed.course().events().stream()
                    .anyMatch(event -> event.place().number() == server
                            && event.what() instanceof RaftEvent.Committed committed
                            && committed.command().equals(entry.command()));
        }

        private Cause notCounted(TreeSet<Integer> holders) {
            List<Event> evidence = new ArrayList<>(List.of(started));
            peers.calls().stream()
                    .filter(call -> call.from() == leader && call.mentions(entry.command()))
                    .forEach(call -> {
                        evidence.add(call.sent());
                        call.replyDelivered().ifPresent(evidence::add);
                    });
            return new Cause(
                    about(Diagnostic.of("cause.raft-majority-not-counted")).with("holders", Peers.names(holders)),
                    List.of(),
                    evidence);
        }

        private Optional<Cause> notSent(int server) {
            List<PeerCall> calls = peers.calls().stream()
                    .filter(call -> call.from() == leader && call.to() == server)
                    .toList();
            if (calls.isEmpty()) {
                return Optional.empty();
            }
            PeerCall latest = calls.get(calls.size() - 1);
            List<PeerCall> since = calls.stream()
                    .filter(call -> call.sent().id() > started.id())
                    .toList();
            List<Event> evidence = new ArrayList<>(List.of(started));
            if (since.isEmpty()) {
                evidence.add(latest.sent());
                return Optional.of(new Cause(
                        about(Diagnostic.of("cause.raft-peer-not-called"))
                                .with("peer", server)
                                .with("time", Timeline.seconds(latest.sent().at()))
                                .with("until", Timeline.seconds(last.at())),
                        List.of(),
                        evidence));
            }
            if (since.stream()
                    .anyMatch(call ->
                            call.mentions(entry.command()) && call.called().isPresent())) {
                return Optional.empty(); // it has reached the server, which did not take it
            }
            since.stream().limit(1).map(PeerCall::sent).forEach(evidence::add);
            evidence.add(latest.sent());
            return Optional.of(new Cause(
                    about(Diagnostic.of("cause.raft-entry-not-sent"))
                            .with("peer", server)
                            .with("calls", since.size())
                            .with(
                                    "tries",
                                    since.stream()
                                            .filter(call -> call.mentions(entry.command()))
                                            .count()),
                    List.of(),
                    evidence));
        }

        private Diagnostic about(Diagnostic statement) {
            return statement
                    .with("leader", leader)
                    .with("command", entry.command())
                    .with("index", entry.index())
                    .with("term", entry.term());
        }
    }
}
