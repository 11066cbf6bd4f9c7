package kvlab.grader.picture;

import java.util.List;
import java.util.stream.IntStream;
import kvlab.record.Kind;
import kvlab.record.NetworkEvent.Copy;

/**
 * What all events have, in columns, so that a hundred thousand of them are small and quickly read. An event is its index.
 *
 * @param places their names, such as {@code server 0}; of a second run beside it, {@code server 0 (B)}
 * @param at nanoseconds since the event before
 * @param place a number of {@code places}
 * @param life how often that server had restarted
 * @param causeBack how many events before this its cause is; 0 for none
 * @param kind a number of {@link Kind#all}
 * @param minor 1 for what is not shown by default
 * @param message its number, or 0
 * @param type what the message holds, as {@code data.js} numbers it, or 0
 * @param from the message's sender, or -1
 * @param to its receiver, or -1
 * @param copy which copy of it: a number of {@link Copy}
 * @param request a number for each request of a client, from 0; -1 for none
 * @param text what happened
 */
record EventColumns(
        List<String> places,
        long[] at,
        int[] place,
        int[] life,
        int[] causeBack,
        int[] kind,
        int[] minor,
        long[] message,
        int[] type,
        int[] from,
        int[] to,
        int[] copy,
        int[] request,
        List<String> text) {

    private static final int MAX_PLACES = 10_000;
    private static final long MAX_NANOS = 1L << 53;
    private static final int TYPES = 7;
    private static final String PLACE = "(server|client) \\d{1,9}( \\(B\\))?|network|scenario";

    EventColumns {
        places = List.copyOf(places);
        Check.that(places.size() <= MAX_PLACES && places.stream().allMatch(name -> name.matches(PLACE)), "places");
        int count = at.length;
        checkTimes(at);
        checkColumn(place, count, 0, places.size() - 1, "place");
        checkColumn(life, count, 0, Integer.MAX_VALUE, "life");
        checkColumn(causeBack, count, 0, count, "causeBack");
        Check.that(IntStream.range(0, count).allMatch(i -> causeBack[i] <= i), "causeBack");
        checkColumn(kind, count, 0, Kind.all().size() - 1, "kind");
        checkColumn(minor, count, 0, 1, "minor");
        Check.that(message.length == count, "message");
        checkColumn(type, count, 0, TYPES, "type");
        checkColumn(from, count, -1, places.size() - 1, "from");
        checkColumn(to, count, -1, places.size() - 1, "to");
        checkColumn(copy, count, 0, Copy.values().length - 1, "copy");
        checkColumn(request, count, -1, count, "request");
        Check.that(text.size() == count, "text");
        text = text.stream().map(Shown::of).toList();
    }

    int count() {
        return at.length;
    }

    private static void checkTimes(long[] at) {
        long now = 0;
        for (long later : at) {
            Check.that(later >= 0 && later <= MAX_NANOS - now, "at");
            now += later;
        }
    }

    private static void checkColumn(int[] column, int count, int least, int most, String name) {
        Check.that(
                column.length == count && IntStream.of(column).allMatch(each -> each >= least && each <= most), name);
    }
}
