package kvlab.explain;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import kvlab.explain.Explanation.Line;
import kvlab.record.Event;
import kvlab.record.FaultEvent;
import kvlab.record.RaftEvent;

/** Chooses the events that a failure depends on: so few that they are read, and those first without which it is not understood. */
final class Story {
    private static final int MAX_LINES = 15;

    private final Course course;
    private final Map<Long, Integer> ranks = new HashMap<>();

    /** How much an event matters; the first matter most. */
    private enum Rank {
        EVIDENCE,
        CALL,
        LEADER,
        FAULT,
        HANDLING,
        MESSAGE
    }

    Story(Course course) {
        this.course = course;
    }

    /** The story of a cause. */
    List<Line> of(Cause cause) {
        add(Rank.EVIDENCE, cause.evidence());
        cause.calls().forEach(this::tell);
        frame(cause.evidence());
        return lines(Optional.of(cause.wentWrong()));
    }

    /** What is certain of a call whose fault is not known. */
    List<Line> of(ClientCall call) {
        tell(call);
        call.decisive()
                .ifPresent(handling -> handling.answered().ifPresent(answer -> add(Rank.EVIDENCE, List.of(answer))));
        List<Event> chosen = new ArrayList<>(List.of(call.invoked()));
        call.returned().ifPresent(chosen::add);
        frame(chosen);
        return lines(Optional.empty());
    }

    private void tell(ClientCall call) {
        add(Rank.CALL, List.of(call.invoked()));
        call.returned().ifPresent(event -> add(Rank.CALL, List.of(event)));
        for (Request request : call.requests()) {
            add(Rank.MESSAGE, request.attempts());
            for (Handling handling : request.handlings()) {
                add(Rank.HANDLING, List.of(handling.called()));
                handling.answered().ifPresent(event -> add(Rank.HANDLING, List.of(event)));
                for (LogEntry entry : handling.started()) {
                    entry.started().ifPresent(event -> add(Rank.HANDLING, List.of(event)));
                    entry.committed().ifPresent(event -> add(Rank.HANDLING, List.of(event)));
                }
            }
        }
    }

    /** Who leads and what is cut when the first chosen event happens, and the leaders and faults from then to the last. */
    private void frame(Collection<Event> chosen) {
        long first = chosen.stream().mapToLong(Event::id).min().orElse(0);
        long last = chosen.stream().mapToLong(Event::id).max().orElse(0);
        Event leader = null;
        Event cut = null;
        for (Event event : course.events()) {
            if (event.id() > last) {
                break;
            }
            if (event.what() instanceof RaftEvent.Role role && role.state() == RaftEvent.State.LEADER) {
                leader = event;
                if (event.id() > first) {
                    add(Rank.LEADER, List.of(event));
                }
            } else if (event.what() instanceof FaultEvent fault
                    && !(fault instanceof FaultEvent.Triggered)
                    && event.id() > first) {
                add(Rank.FAULT, List.of(event));
            }
            if (event.what() instanceof FaultEvent.Cut) {
                cut = event;
            } else if (event.what() instanceof FaultEvent.Healed healed && healed.repair() == FaultEvent.Repair.ALL) {
                cut = null;
            }
            if (event.id() == first) {
                add(Rank.LEADER, Stream.ofNullable(leader).toList());
                add(Rank.FAULT, Stream.ofNullable(cut).toList());
            }
        }
    }

    private void add(Rank rank, Collection<Event> events) {
        events.forEach(event -> ranks.merge(event.id(), rank.ordinal(), Math::min));
    }

    private List<Line> lines(Optional<Event> wrong) {
        return ranks.entrySet().stream()
                .sorted(Map.Entry.<Long, Integer>comparingByValue()
                        .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
                .map(Map.Entry::getKey)
                .limit(MAX_LINES)
                .sorted()
                .map(id -> course.events().get((int) (long) id))
                .map(event -> new Line(event, wrong.filter(event::equals).isPresent()))
                .toList();
    }
}
