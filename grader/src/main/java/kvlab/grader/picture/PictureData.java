package kvlab.grader.picture;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;
import kvlab.explain.HandoutSection;

/**
 * What a picture shows: the events of a schedule in columns, and beside them what only some events have, by the events'
 * numbers. It may come from the process of a submission, so whatever makes one is checked: a number that has no meaning is
 * refused, and text is made {@linkplain Shown visible}.
 *
 * @param dropped how many later events it does not have
 * @param smaller 1 if the schedule is what was left of the one that failed first
 * @param roles in the order of their events, as {@code log} and {@code fields}
 */
public record PictureData(
        EventColumns events,
        long dropped,
        int smaller,
        Story story,
        List<Role> roles,
        List<Entry> log,
        List<FieldsRead> fields,
        List<FaultSpan> faults,
        List<CallSpan> calls) {

    private static final Set<String> OPERATIONS = Set.of("+", "-", "c", "a");
    private static final int STATES = 4;

    /** Something about an event. */
    interface OfEvent {
        int event();
    }

    /**
     * What happened, and what follows from it; empty texts if it is not known.
     *
     * @param section where the handout explains the rule, in JSON perhaps null
     */
    record Story(List<StoryLine> lines, String cause, String rule, Optional<HandoutSection> section) {
        Story {
            lines = List.copyOf(lines);
            cause = Shown.of(cause);
            rule = Shown.of(rule);
        }
    }

    /** @param wrong 1 if it went wrong there */
    @JsonFormat(shape = JsonFormat.Shape.ARRAY)
    record StoryLine(int event, int wrong) implements OfEvent {}

    /** @param state as {@code roles.js} numbers them */
    @JsonFormat(shape = JsonFormat.Shape.ARRAY)
    record Role(int event, int state, long term) implements OfEvent {
        Role {
            Check.that(state >= 0 && state < STATES, "state");
        }
    }

    /** @param operation {@code +} appended, {@code -} removed, {@code c} committed, {@code a} given to the server */
    @JsonFormat(shape = JsonFormat.Shape.ARRAY)
    record Entry(int event, String operation, long index, long term, String command) implements OfEvent {
        Entry {
            Check.that(OPERATIONS.contains(operation), "operation");
            command = Shown.of(command);
        }
    }

    /** Changes of the fields of a student's object. */
    @JsonFormat(shape = JsonFormat.Shape.ARRAY)
    record FieldsRead(int event, List<Change> changes) implements OfEvent {
        FieldsRead {
            changes = List.copyOf(changes);
        }
    }

    /** @param at where in the field; empty for all of it */
    @JsonFormat(shape = JsonFormat.Shape.ARRAY)
    record Change(String field, String at, String before, String after) {
        Change {
            field = Shown.of(field);
            at = Shown.of(at);
            before = Shown.of(before);
            after = Shown.of(after);
        }
    }

    /** @param end the event at which it ended; -1 if it did not, or -2 if the record does not have its end */
    @JsonFormat(shape = JsonFormat.Shape.ARRAY)
    record FaultSpan(int event, int end, String text) implements OfEvent {
        FaultSpan {
            Check.that(end >= -2, "end");
            text = Shown.of(text);
        }
    }

    /**
     * A client's call.
     *
     * @param end the event at which it ended, or -1
     * @param outcome what it returned
     * @param order its place in the checker's order, from 1; or 0
     * @param misfit 1 if no order has a place for it
     */
    @JsonFormat(shape = JsonFormat.Shape.ARRAY)
    record CallSpan(int event, int end, String text, String key, String outcome, int order, int misfit)
            implements OfEvent {
        CallSpan {
            Check.that(end >= -1 && order >= 0, "call");
            text = Shown.of(text);
            key = Shown.of(key);
            outcome = Shown.of(outcome);
        }
    }

    public PictureData {
        roles = List.copyOf(roles);
        log = List.copyOf(log);
        fields = List.copyOf(fields);
        faults = List.copyOf(faults);
        calls = List.copyOf(calls);
        int count = events.count();
        Check.that(count > 0 && dropped >= 0, "events");
        checkOrder(story.lines(), count, "story");
        checkOrder(roles, count, "roles");
        checkOrder(log, count, "log");
        checkOrder(fields, count, "fields");
        checkOrder(faults, count, "faults");
        checkOrder(calls, count, "calls");
        Check.that(faults.stream().allMatch(fault -> fault.end() < count), "faults");
        Check.that(calls.stream().allMatch(call -> call.end() < count && call.order() <= count), "calls");
    }

    /** The data of all events of a schedule. */
    public static PictureData of(FailedSchedule schedule) {
        return of(schedule, Integer.MAX_VALUE);
    }

    /**
     * The data of two schedules on one time axis.
     *
     * @param partedA the event of the first in which it differs from the second
     * @param partedB that of the second
     */
    public static PictureData of(FailedSchedule a, FailedSchedule b, OptionalInt partedA, OptionalInt partedB) {
        return SideBySide.of(of(a), of(b), partedA, partedB);
    }

    /** The data of its first events. */
    static PictureData of(FailedSchedule schedule, int maxEvents) {
        return new RecordedPicture(schedule, maxEvents).data();
    }

    private static void checkOrder(List<? extends OfEvent> rows, int count, String part) {
        Check.that(
                rows.stream().allMatch(row -> row.event() >= 0 && row.event() < count)
                        && IntStream.range(1, rows.size())
                                .allMatch(i ->
                                        rows.get(i - 1).event() <= rows.get(i).event()),
                part);
    }
}
