package kvlab.explain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import kvlab.diagnostic.Diagnostic;
import kvlab.record.Event;
import kvlab.record.RaftEvent;
import kvlab.record.Timeline;

/** No leader was elected: nobody stood for election, or one that had to get votes was refused them. */
final class NoElection implements Detective {
    private static final Set<String> FINDINGS =
            Set.of("raft.no-leader", "raft.no-leader-among", "raft.agreement-no-leader");

    @Override
    public Optional<Cause> solve(Case failed) {
        if (!FINDINGS.contains(failed.finding().code())) {
            return Optional.empty();
        }
        return refused(failed).or(() -> nobodyStands(failed));
    }

    /** Votes refused where no command was ever started, so that all logs are equal, by servers that had not voted in the term. */
    private static Optional<Cause> refused(Case failed) {
        Peers peers = failed.peers();
        boolean logsAreEmpty = failed.course().events().stream()
                .noneMatch(event -> event.what() instanceof RaftEvent.Started started && started.leader());
        if (!logsAreEmpty) {
            return Optional.empty();
        }
        return peers.calls().stream()
                .filter(call -> call.consent().filter(granted -> !granted).isPresent())
                .flatMap(call -> peers.roleAt(call.from(), call.sent()).stream()
                        .filter(role -> role.state() != RaftEvent.State.LEADER)
                        .filter(role -> peers.roleAt(call.to(), call.answered().orElseThrow())
                                .filter(voter -> voter.term() == role.term())
                                .isPresent())
                        .filter(role -> hasNotVoted(peers, call, role.term()) && leaderless(peers, call, role.term()))
                        .map(role -> new Cause(
                                Diagnostic.of("cause.raft-vote-refused")
                                        .with("voter", call.to())
                                        .with("candidate", call.from())
                                        .with("term", role.term())
                                        .with(
                                                "saved",
                                                peers.saved(
                                                                call.to(),
                                                                call.called().orElseThrow())
                                                        .map(event -> ((RaftEvent.Saved) event.what()).state())),
                                List.of(),
                                List.of(
                                        call.sent(),
                                        call.called().orElseThrow(),
                                        call.answered().orElseThrow()))))
                .findFirst();
    }

    /** Whether the voter neither stood in the term nor had voted in it. */
    private static boolean hasNotVoted(Peers peers, PeerCall refused, long term) {
        long asked = refused.called().orElseThrow().id();
        return peers.calls().stream().noneMatch(call -> {
            boolean ofTerm = peers.roleAt(call.from(), call.sent())
                    .filter(role -> role.term() == term)
                    .isPresent();
            boolean stands = call.from() == refused.to() && call.sent().id() < asked;
            boolean votes = call.to() == refused.to()
                    && call.answered().filter(event -> event.id() < asked).isPresent();
            return ofTerm && (stands || votes);
        });
    }

    private static boolean leaderless(Peers peers, PeerCall refused, long term) {
        return peers.servers().stream()
                .noneMatch(server -> peers.leads(server, term)
                        .filter(event ->
                                event.id() < refused.answered().orElseThrow().id())
                        .isPresent());
    }

    private static Optional<Cause> nobodyStands(Case failed) {
        Peers peers = failed.peers();
        List<Event> events = failed.course().events();
        Event last = events.get(events.size() - 1);
        Optional<Event> stood = peers.calls().stream().map(PeerCall::sent).max(Comparator.comparingLong(Event::id));
        long silence =
                last.at().toMillis() - stood.map(event -> event.at().toMillis()).orElse(0L);
        if (silence < 3_000) {
            return Optional.empty(); // longer than any election timeout that meets the tests' limits
        }
        List<Event> evidence = new ArrayList<>();
        stood.ifPresent(evidence::add);
        evidence.add(last);
        return Optional.of(new Cause(
                Diagnostic.of("cause.raft-nobody-stands")
                        .with("time", stood.map(event -> Timeline.seconds(event.at())))
                        .with("until", Timeline.seconds(last.at())),
                List.of(),
                evidence));
    }
}
