package kvlab.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import kvlab.diagnostic.Diagnostic;
import kvlab.record.Event;
import kvlab.record.RaftEvent;

/** Two servers lead in one term: one was elected by a minority, or a server voted for both. */
final class TwoLeaders implements Detective {

    @Override
    public Optional<Cause> solve(Case failed) {
        if (!failed.finding().code().equals("raft.two-leaders")) {
            return Optional.empty();
        }
        Peers peers = failed.peers();
        long term = failed.number("term");
        List<Campaign> campaigns = List.of("first", "second").stream()
                .flatMap(name -> Campaign.of(peers, (int) failed.number(name), term).stream())
                .filter(Campaign::isClear)
                .toList();
        if (campaigns.size() < 2) {
            return Optional.empty();
        }
        return campaigns.stream()
                .flatMap(campaign -> minority(peers, campaign, term).stream())
                .findFirst()
                .or(() -> votedTwice(peers, campaigns, term));
    }

    /** Elected with fewer voters than a majority. */
    static Optional<Cause> minority(Peers peers, Campaign campaign, long term) {
        if (campaign.voters().size() >= peers.majority()) {
            return Optional.empty();
        }
        List<Integer> voters = campaign.votes().stream().map(PeerCall::to).toList();
        Optional<Integer> repeated = voters.stream()
                .filter(voter -> voters.indexOf(voter) != voters.lastIndexOf(voter))
                .findFirst();
        String late = campaign.lateVotes().stream()
                .map(vote -> String.valueOf(vote.to()))
                .distinct()
                .collect(Collectors.joining(", "));
        return Optional.of(new Cause(
                Diagnostic.of("cause.raft-elected-by-minority")
                        .with("server", campaign.server())
                        .with("term", term)
                        .with("voters", Peers.names(campaign.voters()))
                        .with("majority", peers.majority())
                        .with("repeated", repeated)
                        .with("late", Optional.of(late).filter(text -> !text.isEmpty())),
                List.of(),
                campaign.evidence()));
    }

    private static Optional<Cause> votedTwice(Peers peers, List<Campaign> campaigns, long term) {
        return campaigns.get(0).voters().stream()
                .filter(campaigns.get(1).voters()::contains)
                .flatMap(voter -> votedTwice(peers, campaigns, term, voter).stream())
                .findFirst();
    }

    private static Optional<Cause> votedTwice(Peers peers, List<Campaign> campaigns, long term, int voter) {
        List<Campaign> ordered = campaigns.stream()
                .filter(campaign -> campaign.voteOf(voter).isPresent())
                .sorted((one, other) -> Long.compare(
                        one.voteOf(voter).orElseThrow().id(),
                        other.voteOf(voter).orElseThrow().id()))
                .toList();
        if (ordered.size() < 2) {
            return Optional.empty();
        }
        Event first = ordered.get(0).voteOf(voter).orElseThrow();
        Event second = ordered.get(1).voteOf(voter).orElseThrow();
        Optional<Event> crash = peers.crash(voter, first, second);
        List<Event> evidence = new ArrayList<>();
        ordered.get(0).askedOf(voter).ifPresent(evidence::add);
        evidence.add(first);
        crash.flatMap(event -> peers.saved(voter, event)).ifPresent(evidence::add);
        crash.ifPresent(evidence::add);
        ordered.get(1).askedOf(voter).ifPresent(evidence::add);
        evidence.add(second);
        Diagnostic statement = crash.isPresent()
                ? Diagnostic.of("cause.raft-vote-lost")
                        .with(
                                "saved",
                                peers.saved(voter, crash.get())
                                        .map(event -> Peers.beginning(((RaftEvent.Saved) event.what()).state()))
                                        .orElse("nothing"))
                : Diagnostic.of("cause.raft-voted-twice");
        return Optional.of(new Cause(
                statement
                        .with("voter", voter)
                        .with(
                                "itself",
                                Optional.of(voter)
                                        .filter(each ->
                                                ordered.stream().anyMatch(campaign -> campaign.server() == each)))
                        .with("term", term)
                        .with("first", ordered.get(0).server())
                        .with("second", ordered.get(1).server()),
                List.of(),
                evidence));
    }
}
