package kvlab.grader.difference;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import kvlab.record.CodeEvent;
import kvlab.record.Event;
import kvlab.record.NoteEvent;
import kvlab.record.Place;
import kvlab.record.Recording;

/**
 * The events of a run that can be seen from outside of the submission's code: messages, roles and logs, calls and their ends,
 * faults. How its code waits, what its fields hold and what it prints may differ between two versions that do the same.
 */
record VisibleEvents(List<Event> events, Commands commands) {

    /** Whether commands must be the same: another name of their type or of a component changes each of them. */
    enum Commands {
        COMPARED,
        IGNORED
    }

    /** The first event of each of two runs that the other does not have at its place in the order. */
    record Fork(int common, Optional<Event> one, Optional<Event> other) {
        boolean isNone() {
            return one.isEmpty() && other.isEmpty();
        }

        /** That of the earlier event. */
        Event first() {
            return one.filter(event ->
                            other.isEmpty() || event.at().compareTo(other.get().at()) <= 0)
                    .or(() -> other)
                    .orElseThrow();
        }
    }

    static VisibleEvents of(Recording recording) {
        return new VisibleEvents(
                recording.events().stream().filter(VisibleEvents::isVisible).toList(), Commands.COMPARED);
    }

    VisibleEvents without(Commands ignored) {
        return new VisibleEvents(events, ignored);
    }

    private static boolean isVisible(Event event) {
        return !(event.what() instanceof NoteEvent
                || event.what() instanceof CodeEvent.Fields
                || event.what() instanceof CodeEvent.Suspended
                || event.what() instanceof CodeEvent.Resumed);
    }

    /** Of each place, all lives of a server together. */
    Map<Place, VisibleEvents> byPlace() {
        Map<Place, List<Event>> byPlace = events.stream()
                .collect(Collectors.groupingBy(
                        event -> event.place().withoutLife(), LinkedHashMap::new, Collectors.toList()));
        Map<Place, VisibleEvents> split = new LinkedHashMap<>();
        byPlace.forEach((place, there) -> split.put(place, new VisibleEvents(there, commands)));
        return split;
    }

    Fork fork(VisibleEvents other) {
        int common = 0;
        while (common < Math.min(events.size(), other.events.size())
                && isSame(events.get(common), other.events.get(common))) {
            common++;
        }
        return new Fork(common, at(common), other.at(common));
    }

    private Optional<Event> at(int position) {
        return position < events.size() ? Optional.of(events.get(position)) : Optional.empty();
    }

    private boolean isSame(Event one, Event other) {
        return one.at().equals(other.at())
                && one.place().equals(other.place())
                && one.what().getClass() == other.what().getClass()
                && text(one).equals(text(other));
    }

    private String text(Event event) {
        return commands == Commands.COMPARED ? Wording.of(event.what()) : Wording.withoutCommands(event.what());
    }
}
