package kvlab.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import kvlab.record.CodeEvent;
import kvlab.record.Event;
import kvlab.record.RaftEvent;

/** The finding itself says what the submission did and which rule that broke: only the events are missing. */
final class Stated implements Detective {
    /** How many are told of what led to an exception. */
    private static final int STEPS = 6;

    private static final Set<String> FINDINGS = Set.of(
            "clerk.threw",
            "server.null-answer",
            "server.threw",
            "raft.bridged-majority-without-leader",
            "raft.delivered-after-old-replies",
            "raft.delivered-after-replies-of-another-term",
            "raft.delivered-without-majority",
            "raft.elected-alone",
            "raft.elected-by-late-votes",
            "raft.elected-by-one-voter",
            "raft.elected-with-longer-log",
            "raft.elected-without-committed-entry",
            "raft.ignores-later-term",
            "raft.index-below-one",
            "raft.index-delivered",
            "raft.missed-entry-not-sent",
            "raft.no-leader-beside-refused-candidate",
            "raft.no-leader-beside-stale-one",
            "raft.null-reply",
            "raft.null-start",
            "raft.null-state",
            "raft.stands-after-voting",
            "raft.stands-in-earlier-term",
            "raft.term-changed",
            "raft.too-many-calls-idle",
            "raft.too-many-calls-to-agree",
            "raft.too-many-calls-to-elect",
            "raft.too-many-calls-to-mend-logs",
            "raft.unknown-command");

    @Override
    public Optional<Cause> solve(Case failed) {
        if (!FINDINGS.contains(failed.finding().code())) {
            return Optional.empty();
        }
        List<Event> evidence = evidence(failed);
        return evidence.isEmpty() ? Optional.empty() : Optional.of(new Cause(failed.finding(), List.of(), evidence));
    }

    private static List<Event> evidence(Case failed) {
        if (failed.finding().code().endsWith(".threw")
                || failed.finding().code().endsWith("null-answer")) {
            return lastSteps(failed);
        }
        Optional<Campaign> campaign = Campaign.of(failed.peers(), (int) failed.number("server"), failed.number("term"));
        if (failed.finding().code().startsWith("raft.elected") && campaign.isPresent()) {
            return campaign.get().evidence();
        }
        return failed.finding().argument("command").isEmpty() ? lastCalls(failed) : wayOfCommand(failed);
    }

    /** What led to the last step of whoever threw. */
    private static List<Event> lastSteps(Case failed) {
        String name = failed.finding().argument("server").isEmpty()
                ? failed.finding().argument("client")
                : failed.finding().argument("server");
        String place = name.matches("\\d+") ? "server " + name : name;
        List<Event> steps = new ArrayList<>();
        failed.course().events().stream()
                .filter(event -> event.place().name().equals(place) && isStep(event))
                .reduce((earlier, later) -> later)
                .ifPresent(last -> {
                    Optional<Event> each = Optional.of(last);
                    while (each.isPresent()
                            && steps.size() < STEPS
                            && !(each.get().what() instanceof RaftEvent.Role)) {
                        steps.add(0, each.get());
                        each = failed.course().cause(each.get());
                    }
                });
        return steps;
    }

    private static boolean isStep(Event event) {
        return event.what() instanceof CodeEvent.Called
                || event.what() instanceof CodeEvent.Applies
                || event.what() instanceof CodeEvent.Resumed;
    }

    /** Where a command was started, which servers' messages had it, their replies, and its deliveries. */
    private static List<Event> wayOfCommand(Case failed) {
        List<Event> way = new ArrayList<>();
        String command = "";
        for (Event event : failed.course().events()) {
            if (event.what() instanceof RaftEvent.Started started
                    && started.leader()
                    && started.index() == failed.number("index")
                    && started.term() == failed.number("term")) {
                way.add(event);
                command = started.command();
            } else if (event.what() instanceof RaftEvent.Committed committed
                    && committed.index() == failed.number("index")) {
                way.add(event);
            }
        }
        int last = way.size();
        String text = command;
        failed.peers().calls().stream()
                .filter(call -> !text.isEmpty() && call.mentions(text))
                .limit(6)
                .forEach(call -> {
                    way.add(call.sent());
                    call.replyDelivered().ifPresent(way::add);
                });
        if (last > 0) {
            way.add(way.get(last - 1));
        }
        return way;
    }

    /** The last calls between servers, with their replies. */
    private static List<Event> lastCalls(Case failed) {
        List<PeerCall> calls = failed.peers().calls();
        List<Event> last = new ArrayList<>();
        for (PeerCall call : calls.subList(Math.max(0, calls.size() - 5), calls.size())) {
            last.add(call.sent());
            call.replyDelivered().ifPresent(last::add);
        }
        return last;
    }
}
