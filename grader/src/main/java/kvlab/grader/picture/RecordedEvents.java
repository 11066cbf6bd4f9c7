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

/** Puts the events of a record into columns. */
final class RecordedEvents {
    private static final List<Kind> KINDS = Kind.all();

    private final Map<Place, Integer> numbers = new LinkedHashMap<>();
    private final List<String> places = new ArrayList<>();
    private final List<Event> events;
    private final Predicate<Event> byDefault;

    /** @param events the first ones of the record */
    RecordedEvents(Recording recording, List<Event> events) {
        this.events = events;
        this.byDefault = Selection.byDefault().in(recording);
    }

    EventColumns columns() {
        int count = events.size();
        RequestNumbers requests = new RequestNumbers(events);
        long[] at = new long[count];
        int[] place = new int[count];
        int[] life = new int[count];
        int[] causeBack = new int[count];
        int[] kind = new int[count];
        int[] minor = new int[count];
        long[] message = new long[count];
        int[] type = new int[count];
        int[] from = new int[count];
        int[] to = new int[count];
        int[] copy = new int[count];
        int[] request = new int[count];
        List<String> text = new ArrayList<>(count);
        long before = 0;
        for (int i = 0; i < count; i++) {
            Event event = events.get(i);
            at[i] = event.at().toNanos() - before;
            before = event.at().toNanos();
            place[i] = number(event.place());
            life[i] = event.place().life();
            causeBack[i] = event.cause() == Event.NO_CAUSE ? 0 : (int) (event.id() - event.cause());
            kind[i] = KINDS.indexOf(Kind.of(event.what()));
            minor[i] = byDefault.test(event) ? 0 : 1;
            Ends ends = Ends.of(event);
            message[i] = ends.message();
            type[i] = ends.type();
            from[i] = ends.from() == null ? -1 : number(ends.from());
            to[i] = ends.to() == null ? -1 : number(ends.to());
            copy[i] = event.what() instanceof NetworkEvent.Delivered delivered
                    ? delivered.copy().ordinal()
                    : 0;
            request[i] = requests.of(event);
            text.add(event.what().toString());
        }
        return new EventColumns(
                places, at, place, life, causeBack, kind, minor, message, type, from, to, copy, request, text);
    }

    private int number(Place place) {
        return numbers.computeIfAbsent(place.withoutLife(), each -> {
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
