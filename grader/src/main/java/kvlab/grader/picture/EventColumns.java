package kvlab.grader.picture;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import kvlab.record.CodeEvent.Answered;
import kvlab.record.CodeEvent.Called;
import kvlab.record.Content;
import kvlab.record.Event;
import kvlab.record.Kind;
import kvlab.record.NetworkEvent;
import kvlab.record.Place;
import kvlab.record.Recording;
import kvlab.record.Selection;

/** What all events have, in columns, so that a hundred thousand of them are small and quickly read. */
final class EventColumns {
    private static final List<Kind> KINDS = Kind.all();

    private final List<String> places = new ArrayList<>();
    private final Map<Place, Integer> numbers = new LinkedHashMap<>();
    private final Recording recording;

    EventColumns(Recording recording) {
        this.recording = recording;
    }

    void addTo(Map<String, Object> data) {
        List<Event> events = recording.events();
        Predicate<Event> byDefault = Selection.byDefault().in(recording);
        RequestNumbers requests = new RequestNumbers(events);
        List<Object> at = new ArrayList<>();
        List<Object> place = new ArrayList<>();
        List<Object> life = new ArrayList<>();
        List<Object> cause = new ArrayList<>();
        List<Object> kind = new ArrayList<>();
        List<Object> minor = new ArrayList<>();
        List<Object> message = new ArrayList<>();
        List<Object> type = new ArrayList<>();
        List<Object> from = new ArrayList<>();
        List<Object> to = new ArrayList<>();
        List<Object> copy = new ArrayList<>();
        List<Object> request = new ArrayList<>();
        List<Object> text = new ArrayList<>();
        long before = 0;
        for (Event event : events) {
            at.add(event.at().toNanos() - before);
            before = event.at().toNanos();
            place.add(number(event.place()));
            life.add(event.place().life());
            cause.add(event.cause() == Event.NO_CAUSE ? 0 : event.id() - event.cause());
            kind.add(KINDS.indexOf(Kind.of(event.what())));
            minor.add(byDefault.test(event) ? 0 : 1);
            Ends ends = Ends.of(event);
            message.add(ends.message());
            type.add(ends.type());
            from.add(ends.from() == null ? -1 : number(ends.from()));
            to.add(ends.to() == null ? -1 : number(ends.to()));
            copy.add(
                    event.what() instanceof NetworkEvent.Delivered delivered
                            ? delivered.copy().ordinal()
                            : 0);
            request.add(requests.of(event));
            text.add(Shown.of(event.what().toString()));
        }
        data.put("places", places);
        data.put("at", at);
        data.put("place", place);
        data.put("life", life);
        data.put("causeBack", cause);
        data.put("kind", kind);
        data.put("minor", minor);
        data.put("message", message);
        data.put("type", type);
        data.put("from", from);
        data.put("to", to);
        data.put("copy", copy);
        data.put("request", request);
        data.put("text", text);
    }

    private int number(Place place) {
        Place alive = new Place(place.kind(), place.number(), 0);
        return numbers.computeIfAbsent(alive, each -> {
            places.add(each.name());
            return places.size() - 1;
        });
    }

    /**
     * The message of an event, and between whom it goes.
     *
     * @param message its number, or 0
     * @param type of its content, or 0
     */
    private record Ends(long message, int type, Place from, Place to) {
        private static final Ends NONE = new Ends(0, 0, null, null);

        static Ends of(Event event) {
            if (event.what() instanceof NetworkEvent.Sent sent) {
                return new Ends(sent.message(), typeOf(sent.content()), event.place(), sent.to());
            } else if (event.what() instanceof NetworkEvent.Delivered delivered) {
                return new Ends(delivered.message(), typeOf(delivered.content()), delivered.from(), event.place());
            } else if (event.what() instanceof NetworkEvent between) {
                List<Place> ends = between.ends();
                return new Ends(between.message(), typeOf(between.content()), ends.get(0), ends.get(1));
            } else if (event.what() instanceof Called called) {
                return new Ends(0, typeOf(called.content()), null, null);
            } else if (event.what() instanceof Answered answered) {
                return new Ends(0, typeOf(answered.content()), null, null);
            }
            return NONE;
        }

        /** As {@code data.js} numbers them. */
        private static int typeOf(Content content) {
            if (content instanceof Content.Request) {
                return 1;
            } else if (content instanceof Content.Reply) {
                return 2;
            } else if (content instanceof Content.AppendEntries append) {
                return append.count() == 0 ? 4 : 3;
            } else if (content instanceof Content.AppendEntriesReply
                    || content instanceof Content.AppendEntriesConflict) {
                return 5;
            } else if (content instanceof Content.RequestVote || content instanceof Content.RequestVoteReply) {
                return 6;
            }
            return 7;
        }
    }
}
