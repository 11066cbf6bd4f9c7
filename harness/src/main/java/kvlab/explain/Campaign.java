package kvlab.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import kvlab.record.Event;
import kvlab.record.RaftEvent;

/** How a server came to lead in a term: its requests for votes, and the replies that it had. */
final class Campaign {
    private final Peers peers;
    private final int server;
    private final long term;
    private final Event leads;
    private final List<PeerCall> requests = new ArrayList<>();

    private Campaign(Peers peers, int server, long term, Event leads) {
        this.peers = peers;
        this.server = server;
        this.term = term;
        this.leads = leads;
        for (PeerCall call : peers.calls()) {
            if (call.from() == server && call.sent().id() < leads.id() && isOfTerm(call)) {
                requests.add(call);
            }
        }
    }

    static Optional<Campaign> of(Peers peers, int server, long term) {
        return peers.leads(server, term).map(leads -> new Campaign(peers, server, term, leads));
    }

    private boolean isOfTerm(PeerCall call) {
        return call.sent().place().equals(leads.place())
                && peers.roleAt(server, call.sent())
                        .filter(role -> role.term() == term
                                && (role.state() != RaftEvent.State.LEADER
                                        || call.sent().at().compareTo(leads.at()) < 0))
                        .isPresent();
    }

    /** Whether each reply tells, by its only truth value, whether it is a vote. */
    boolean isClear() {
        return !requests.isEmpty()
                && requests.stream()
                        .filter(call -> call.repliedBefore(leads))
                        .allMatch(call -> call.consent().isPresent());
    }

    int server() {
        return server;
    }

    Event leads() {
        return leads;
    }

    /** The votes of others that it had when it began to lead. */
    List<PeerCall> votes() {
        return requests.stream()
                .filter(call -> call.repliedBefore(leads) && call.consent().orElse(false))
                .toList();
    }

    /** The votes that it got in this term for requests of earlier terms. */
    List<PeerCall> lateVotes() {
        return peers.calls().stream()
                .filter(call -> call.from() == server
                        && call.sent().place().equals(leads.place())
                        && call.repliedBefore(leads)
                        && !requests.contains(call)
                        && call.consent().orElse(false)
                        && peers.roleAt(server, call.sent())
                                .filter(role -> role.term() < term && role.state() != RaftEvent.State.LEADER)
                                .isPresent()
                        && peers.roleAt(server, call.replyDelivered().orElseThrow())
                                .filter(role -> role.term() == term)
                                .isPresent())
                .toList();
    }

    /** Who voted for it, itself among them. */
    TreeSet<Integer> voters() {
        TreeSet<Integer> voters = new TreeSet<>(List.of(server));
        votes().forEach(vote -> voters.add(vote.to()));
        return voters;
    }

    /** When a server gave its vote; its own when it first asked for others'. */
    Optional<Event> voteOf(int voter) {
        return voter == server
                ? requests.stream().map(PeerCall::sent).findFirst()
                : votes().stream()
                        .filter(vote -> vote.to() == voter)
                        .findFirst()
                        .flatMap(PeerCall::answered);
    }

    /** When a server began to handle the request that it answered with its vote. */
    Optional<Event> askedOf(int voter) {
        return votes().stream().filter(vote -> vote.to() == voter).findFirst().flatMap(PeerCall::called);
    }

    /** Requests and votes, in order, and the beginning of the leadership. */
    List<Event> evidence() {
        List<Event> evidence = new ArrayList<>();
        votes().forEach(vote -> {
            vote.answered().ifPresent(evidence::add);
            vote.replyDelivered().ifPresent(evidence::add);
        });
        lateVotes().forEach(vote -> {
            evidence.add(vote.sent());
            vote.replyDelivered().ifPresent(evidence::add);
        });
        evidence.add(leads);
        return evidence;
    }
}
