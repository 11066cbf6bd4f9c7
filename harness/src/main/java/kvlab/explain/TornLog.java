package kvlab.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import kvlab.diagnostic.Diagnostic;
import kvlab.explain.Held.Answer;
import kvlab.record.CodeEvent;
import kvlab.record.Content.PeerMessage;
import kvlab.record.Event;
import kvlab.record.FaultEvent;
import kvlab.record.RaftEvent;

/** Two servers delivered different commands at one index: by which step the log of one parted from what was committed. */
final class TornLog implements Detective {

    @Override
    public Optional<Cause> solve(Case failed) {
        if (!failed.finding().code().equals("raft.different-commands")) {
            return Optional.empty();
        }
        long index = failed.number("index");
        Optional<Event> second = delivery(failed, (int) failed.number("server"), index);
        Optional<Event> first = delivery(failed, (int) failed.number("other"), index);
        return first.isPresent() && second.isPresent()
                ? new Tear(failed, first.get(), second.get()).cause()
                : Optional.empty();
    }

    private static Optional<Event> delivery(Case failed, int server, long index) {
        return failed.course().events().stream()
                .filter(event -> event.place().number() == server
                        && event.what() instanceof RaftEvent.Committed committed
                        && committed.index() == index)
                .reduce((earlier, later) -> later);
    }

    /** The two deliveries at the index. */
    private static final class Tear {
        private final Case failed;
        private final Peers peers;
        private final Held held;
        private final Event first;
        private final Event second;
        private final RaftEvent.Committed lost;
        private final RaftEvent.Committed other;

        Tear(Case failed, Event first, Event second) {
            this.failed = failed;
            this.first = first;
            this.second = second;
            peers = failed.peers();
            held = new Held(failed.course().events());
            lost = (RaftEvent.Committed) first.what();
            other = (RaftEvent.Committed) second.what();
        }

        Optional<Cause> cause() {
            return notByLeader()
                    .or(this::unmatched)
                    .or(this::minority)
                    .or(this::countedEarlierTerm)
                    .or(this::forgotten)
                    .or(this::removed)
                    .or(this::staleVote);
        }

        /** The second was delivered on a message from a leader that has the first at this index. */
        private Optional<Cause> unmatched() {
            Optional<Event> called = failed.course()
                    .nearest(second, CodeEvent.Called.class)
                    .filter(event -> ((CodeEvent.Called) event.what()).content() instanceof PeerMessage);
            return called.filter(event -> {
                        int leader = ((CodeEvent.Called) event.what()).from().number();
                        return held.holds(leader, lost.command(), event) == Answer.YES
                                && held.holds(leader, other.command(), event) == Answer.NO;
                    })
                    .map(event -> cause(
                            Diagnostic.of("cause.raft-unmatched-entry-delivered")
                                    .with("server", second.place().number())
                                    .with(
                                            "leader",
                                            ((CodeEvent.Called) event.what())
                                                    .from()
                                                    .number())
                                    .with("index", other.index())
                                    .with("term", other.term())
                                    .with("command", other.command())
                                    .with("leadersTerm", lost.term()),
                            first,
                            event,
                            second));
        }

        /** One of them was delivered while no majority had it. */
        private Optional<Cause> minority() {
            return Stream.of(first, second)
                    .flatMap(event -> Minority.cause(failed, held, event).stream())
                    .findFirst();
        }

        /** The first was counted for committed though it is of an earlier term than its leader's (§5.4.2). */
        private Optional<Cause> countedEarlierTerm() {
            return peers.roleAt(first.place().number(), first)
                    .filter(role -> role.state() == RaftEvent.State.LEADER && role.term() > lost.term())
                    .filter(role -> failed.course().events().stream()
                            .filter(event -> event.id() < first.id()
                                    && event.what() instanceof RaftEvent.Started started
                                    && started.leader()
                                    && started.term() == role.term())
                            .map(event -> ((RaftEvent.Started) event.what()).command())
                            .noneMatch(command -> held.holders(command, peers.servers(), first)
                                            .size()
                                    >= peers.majority()))
                    .map(role -> cause(
                            Diagnostic.of("cause.raft-earlier-term-counted")
                                    .with("server", first.place().number())
                                    .with("index", lost.index())
                                    .with("term", lost.term())
                                    .with("leadersTerm", role.term()),
                            first,
                            second,
                            first));
        }

        /** A server that had the first lost it by a crash. */
        private Optional<Cause> forgotten() {
            for (int server : held.holders(lost.command(), peers.servers(), first)) {
                Optional<Event> gone = held.lost(server, lost.command(), second).filter(this::beginsLife);
                Optional<Event> crash = gone.flatMap(event -> peers.lastCrash(server, event));
                if (crash.isPresent()) {
                    String saved = peers.saved(server, crash.get())
                            .map(event -> ((RaftEvent.Saved) event.what()).state())
                            .orElse("nothing");
                    return Optional.of(cause(
                            Diagnostic.of("cause.raft-entry-not-saved")
                                    .with("server", server)
                                    .with("index", lost.index())
                                    .with("term", lost.term())
                                    .with("command", lost.command())
                                    .with("saved", Peers.end(saved)),
                            crash.get()));
                }
            }
            return Optional.empty();
        }

        /** Whether a server's new life begins with this event, or its first fields. */
        private boolean beginsLife(Event event) {
            return event.what() instanceof FaultEvent.Restarted
                    || failed.course().events().stream()
                            .filter(each ->
                                    each.place().equals(event.place()) && each.what() instanceof CodeEvent.Fields)
                            .findFirst()
                            .filter(event::equals)
                            .isPresent();
        }

        /** One of the two got into a log, or to another server, by a server that did not lead. */
        private Optional<Cause> notByLeader() {
            return Stream.of(other, lost)
                    .flatMap(entry -> sentWithoutLeading(entry).or(() -> addedWithoutLeading(entry)).stream())
                    .findFirst();
        }

        private Optional<Cause> sentWithoutLeading(RaftEvent.Committed entry) {
            return peers.calls().stream()
                    .filter(call -> call.mentions(entry.command())
                            && call.called()
                                    .filter(event -> event.id() < second.id())
                                    .isPresent()
                            && !peers.leads(call.from(), call.sent()))
                    .findFirst()
                    .map(call -> cause(
                            Diagnostic.of("cause.raft-entries-sent-without-leading")
                                    .with("server", call.from())
                                    .with("peer", call.to())
                                    .with("command", entry.command())
                                    .with("index", entry.index()),
                            call.called().orElseThrow(),
                            call.sent()));
        }

        private Optional<Cause> addedWithoutLeading(RaftEvent.Committed entry) {
            Optional<Event> added = failed.course().events().stream()
                    .filter(event -> event.what() instanceof CodeEvent.Fields && event.id() < second.id())
                    .filter(event -> held.holds(event.place().number(), entry.command(), event) == Answer.YES)
                    .findFirst()
                    .filter(event -> peers.calls().stream()
                            .noneMatch(call -> call.to() == event.place().number()
                                    && call.mentions(entry.command())
                                    && call.called()
                                            .filter(called -> called.id() < event.id())
                                            .isPresent()));
            return added.filter(event -> peers.roleAt(event.place().number(), event)
                            .filter(role -> role.state() != RaftEvent.State.LEADER || role.term() != entry.term())
                            .isPresent())
                    .map(event -> cause(
                            Diagnostic.of("cause.raft-appended-without-leading")
                                    .with("server", event.place().number())
                                    .with("command", entry.command())
                                    .with("index", entry.index())
                                    .with("term", entry.term()),
                            event));
        }

        /** A server removed the first on a message from a leader that has it. */
        private Optional<Cause> removed() {
            return held.holders(lost.command(), peers.servers(), first).stream()
                    .flatMap(server -> Removal.of(failed, held, server, lost, second).stream())
                    .findFirst();
        }

        /** A server that had the first voted for one that lacked it. */
        private Optional<Cause> staleVote() {
            for (Event event : failed.course().events()) {
                if (event.id() > first.id()
                        && event.id() < second.id()
                        && event.what() instanceof RaftEvent.Role role
                        && role.state() == RaftEvent.State.LEADER
                        && held.holds(event.place().number(), lost.command(), event) == Answer.NO) {
                    return Campaign.of(peers, event.place().number(), role.term())
                            .filter(Campaign::isClear)
                            .flatMap(campaign -> staleVote(campaign, role.term()));
                }
            }
            return Optional.empty();
        }

        private Optional<Cause> staleVote(Campaign campaign, long term) {
            Optional<Cause> minority = TwoLeaders.minority(peers, campaign, term);
            if (minority.isPresent()) {
                return minority;
            }
            for (PeerCall vote : campaign.votes()) {
                Event answered = vote.answered().orElseThrow();
                if (held.holds(vote.to(), lost.command(), answered) == Answer.YES) {
                    return Optional.of(cause(
                            Diagnostic.of("cause.raft-vote-for-older-log")
                                    .with("voter", vote.to())
                                    .with("candidate", campaign.server())
                                    .with("term", term)
                                    .with("index", lost.index())
                                    .with("entryTerm", lost.term()),
                            first,
                            vote.called().orElse(answered),
                            answered));
                }
            }
            return Optional.empty();
        }

        /** @param events the last of them is where it went wrong */
        private Cause cause(Diagnostic statement, Event... events) {
            List<Event> evidence = new ArrayList<>();
            evidence.addAll(failed.course().startsOf(lost.command()));
            evidence.addAll(failed.course().startsOf(other.command()));
            evidence.add(first);
            evidence.add(second);
            evidence.addAll(List.of(events));
            return new Cause(statement, List.of(), evidence);
        }
    }
}
