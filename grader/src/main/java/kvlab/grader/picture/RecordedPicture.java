package kvlab.grader.picture;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kvlab.diagnostic.Diagnostic;
import kvlab.explain.Rule;
import kvlab.record.CodeEvent.Applies;
import kvlab.record.CodeEvent.Fields;
import kvlab.record.Event;
import kvlab.record.RaftEvent;

/** Makes the data of a picture from the record of a schedule, or from the first events of it. */
final class RecordedPicture {
    private final FailedSchedule schedule;
    private final List<Event> events;

    RecordedPicture(FailedSchedule schedule, int maxEvents) {
        this.schedule = schedule;
        List<Event> all = schedule.recording().events();
        this.events = all.subList(0, Math.min(all.size(), maxEvents));
    }

    PictureData data() {
        long notShown = schedule.recording().events().size() - events.size();
        return new PictureData(
                new RecordedEvents(schedule.recording(), events).columns(),
                schedule.recording().dropped() + notShown,
                schedule.smaller() ? 1 : 0,
                story(),
                roles(),
                log(),
                fields(),
                new FaultSpans(events).spans(),
                new CallSpans(events, schedule.history()).spans());
    }

    private PictureData.Story story() {
        Optional<Rule> rule = schedule.explanation().rule();
        return new PictureData.Story(
                schedule.explanation().story().stream()
                        .map(line ->
                                new PictureData.StoryLine((int) line.event().id(), line.wrong() ? 1 : 0))
                        .toList(),
                message(schedule.explanation().cause()),
                message(rule.map(Rule::sentence)),
                rule.map(Rule::section));
    }

    private static String message(Optional<Diagnostic> diagnostic) {
        return diagnostic.map(Diagnostic::message).orElse("");
    }

    private List<PictureData.Role> roles() {
        List<PictureData.Role> roles = new ArrayList<>();
        for (Event event : events) {
            if (event.what() instanceof RaftEvent.Role role) {
                roles.add(new PictureData.Role((int) event.id(), role.state().ordinal(), role.term()));
            }
        }
        return roles;
    }

    private List<PictureData.Entry> log() {
        List<PictureData.Entry> log = new ArrayList<>();
        for (Event event : events) {
            int id = (int) event.id();
            if (event.what() instanceof RaftEvent.Appended entry) {
                log.add(new PictureData.Entry(id, "+", entry.index(), entry.term(), entry.command()));
            } else if (event.what() instanceof RaftEvent.Overwritten entry) {
                log.add(new PictureData.Entry(id, "-", entry.index(), entry.term(), ""));
            } else if (event.what() instanceof RaftEvent.Committed entry) {
                log.add(new PictureData.Entry(id, "c", entry.index(), entry.term(), entry.command()));
            } else if (event.what() instanceof Applies entry) {
                log.add(new PictureData.Entry(id, "a", entry.index(), entry.term(), ""));
            }
        }
        return log;
    }

    private List<PictureData.FieldsRead> fields() {
        List<PictureData.FieldsRead> fields = new ArrayList<>();
        for (Event event : events) {
            if (event.what() instanceof Fields read) {
                List<PictureData.Change> changes = read.changes().stream()
                        .map(change ->
                                new PictureData.Change(change.field(), change.at(), change.before(), change.after()))
                        .toList();
                fields.add(new PictureData.FieldsRead((int) event.id(), changes));
            }
        }
        return fields;
    }
}
