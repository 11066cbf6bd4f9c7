package kvlab.grader.picture;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kvlab.diagnostic.Diagnostic;
import kvlab.explain.Rule;
import kvlab.record.CodeEvent.Applies;
import kvlab.record.CodeEvent.Fields;
import kvlab.record.Event;
import kvlab.record.FieldChange;
import kvlab.record.Json;
import kvlab.record.Kind;
import kvlab.record.RaftEvent;

/**
 * The data of a page as JSON: the events in columns, and beside them what only some events have, by the events' ids. The
 * page's {@code data.js} says what it holds.
 */
final class PictureData {
    private final FailedSchedule schedule;
    private final List<Event> events;

    PictureData(FailedSchedule schedule) {
        this.schedule = schedule;
        this.events = schedule.recording().events();
    }

    String json() {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("told", told());
        data.put("story", story());
        data.put("dropped", schedule.recording().dropped());
        data.put(
                "kinds",
                Kind.all().stream()
                        .map(kind -> List.of(kind.word(), kind.group()))
                        .toList());
        new EventColumns(schedule.recording()).addTo(data);
        data.put("roles", roles());
        data.put("log", log());
        data.put("fields", fields());
        data.put("faults", new FaultSpans(events).spans());
        data.put("calls", new CallSpans(events, schedule.history()).spans());
        return Json.of(data);
    }

    /** The texts beside the picture. */
    private Map<String, Object> told() {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("title", Shown.of(schedule.title()));
        told.put("replay", Shown.of(schedule.replay()));
        told.put("verdict", schedule.verdict());
        told.put("finding", Shown.of(schedule.finding().message()));
        told.put("detail", schedule.detail().lines().map(Shown::of).toList());
        told.put("cause", message(schedule.explanation().cause()));
        Optional<Rule> rule = schedule.explanation().rule();
        told.put("rule", message(rule.map(Rule::sentence)));
        told.put("section", rule.map(broken -> broken.section().toString()).orElse(""));
        told.put(
                "link",
                rule.flatMap(broken -> schedule.handout()
                                .map(page -> page + "#" + broken.section().anchor()))
                        .orElse(""));
        return told;
    }

    private static String message(Optional<Diagnostic> diagnostic) {
        return diagnostic.map(Diagnostic::message).map(Shown::of).orElse("");
    }

    /** Event, whether it went wrong there. */
    private List<List<Object>> story() {
        return schedule.explanation().story().stream()
                .map(line -> List.<Object>of(line.event().id(), line.wrong() ? 1 : 0))
                .toList();
    }

    /** Event, state by its place among the states, term. */
    private List<List<Object>> roles() {
        List<List<Object>> roles = new ArrayList<>();
        for (Event event : events) {
            if (event.what() instanceof RaftEvent.Role role) {
                roles.add(List.of(event.id(), role.state().ordinal(), role.term()));
            }
        }
        return roles;
    }

    /** Event, operation, index, term, command: + appended, - removed, c committed, a given to the server. */
    private List<List<Object>> log() {
        List<List<Object>> log = new ArrayList<>();
        for (Event event : events) {
            if (event.what() instanceof RaftEvent.Appended entry) {
                log.add(List.of(event.id(), "+", entry.index(), entry.term(), Shown.of(entry.command())));
            } else if (event.what() instanceof RaftEvent.Overwritten entry) {
                log.add(List.of(event.id(), "-", entry.index(), entry.term()));
            } else if (event.what() instanceof RaftEvent.Committed entry) {
                log.add(List.of(event.id(), "c", entry.index(), entry.term(), Shown.of(entry.command())));
            } else if (event.what() instanceof Applies entry) {
                log.add(List.of(event.id(), "a", entry.index(), entry.term()));
            }
        }
        return log;
    }

    /** Event, then of each change: field, where in it, after. */
    private List<List<Object>> fields() {
        List<List<Object>> fields = new ArrayList<>();
        for (Event event : events) {
            if (event.what() instanceof Fields read) {
                List<Object> row = new ArrayList<>(List.of(event.id()));
                for (FieldChange change : read.changes()) {
                    row.add(Shown.of(change.field()));
                    row.add(Shown.of(change.at()));
                    row.add(Shown.of(change.before()));
                    row.add(Shown.of(change.after()));
                }
                fields.add(row);
            }
        }
        return fields;
    }
}
