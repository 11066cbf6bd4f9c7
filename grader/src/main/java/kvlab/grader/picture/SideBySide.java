package kvlab.grader.picture;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kvlab.grader.picture.PictureData.CallSpan;
import kvlab.grader.picture.PictureData.Entry;
import kvlab.grader.picture.PictureData.FaultSpan;
import kvlab.grader.picture.PictureData.FieldsRead;
import kvlab.grader.picture.PictureData.Role;
import kvlab.grader.picture.PictureData.Story;
import kvlab.grader.picture.PictureData.StoryLine;

/** Two runs on one time axis: each server and client of the second has a lane below that of the first. */
final class SideBySide {
    /** What the names of the second run's places end with. */
    static final String MARK = " (B)";

    private final Run a;
    private final Run b;
    private final List<String> places;

    /** A run, with the number that each of its events has among those of both. */
    private record Run(PictureData data, int[] merged, int[] place, long messages, int requests) {
        EventColumns events() {
            return data.events();
        }

        int event(int own) {
            return own < 0 ? own : merged[own];
        }

        int placeOf(int own) {
            return own < 0 ? own : place[own];
        }
    }

    private SideBySide(PictureData one, PictureData other) {
        int[][] merged = merged(times(one.events()), times(other.events()));
        places = new ArrayList<>(one.events().places());
        int[] ofB = other.events().places().stream().mapToInt(this::placeOfB).toArray();
        int[] ofA = IntStream.range(0, one.events().places().size()).toArray();
        a = new Run(one, merged[0], ofA, 0, 0);
        b = new Run(
                other,
                merged[1],
                ofB,
                Arrays.stream(one.events().message()).max().orElse(0),
                Arrays.stream(one.events().request()).max().orElse(-1) + 1);
    }

    /**
     * The data of both.
     *
     * @param parted the event of each in which they first differ
     */
    static PictureData of(PictureData one, PictureData other, OptionalInt partedA, OptionalInt partedB) {
        return new SideBySide(one, other).data(partedA, partedB);
    }

    private PictureData data(OptionalInt partedA, OptionalInt partedB) {
        List<StoryLine> lines = Stream.concat(
                        partedA.stream().mapToObj(a::event), partedB.stream().mapToObj(b::event))
                .map(event -> new StoryLine(event, 0))
                .sorted(Comparator.comparing(StoryLine::event))
                .toList();
        return new PictureData(
                columns(),
                a.data().dropped() + b.data().dropped(),
                0,
                new Story(lines, "", "", Optional.empty()),
                both(run -> run.data().roles().stream()
                        .map(role -> new Role(run.event(role.event()), role.state(), role.term()))),
                both(run -> run.data().log().stream()
                        .map(entry -> new Entry(
                                run.event(entry.event()),
                                entry.operation(),
                                entry.index(),
                                entry.term(),
                                entry.command()))),
                both(run -> run.data().fields().stream()
                        .map(read -> new FieldsRead(run.event(read.event()), read.changes()))),
                both(this::faults),
                both(run -> run.data().calls().stream()
                        .map(call -> new CallSpan(
                                run.event(call.event()),
                                run.event(call.end()),
                                call.text(),
                                call.key(),
                                call.outcome(),
                                call.order(),
                                call.misfit()))));
    }

    private Stream<FaultSpan> faults(Run run) {
        String mark = run == a ? "A: " : "B: ";
        return run.data().faults().stream()
                .map(fault -> new FaultSpan(run.event(fault.event()), run.event(fault.end()), mark + fault.text()));
    }

    /** Rows of both in the order of their events. */
    private <T extends PictureData.OfEvent> List<T> both(Function<Run, Stream<T>> rows) {
        return Stream.of(a, b)
                .flatMap(rows)
                .sorted(Comparator.comparing(PictureData.OfEvent::event))
                .toList();
    }

    private EventColumns columns() {
        int count = a.merged().length + b.merged().length;
        long[] at = new long[count];
        int[] causeBack = new int[count];
        int[] place = new int[count];
        int[] from = new int[count];
        int[] to = new int[count];
        int[] request = new int[count];
        long[] message = new long[count];
        for (Run run : List.of(a, b)) {
            EventColumns events = run.events();
            long[] times = times(events);
            for (int own = 0; own < events.count(); own++) {
                int id = run.event(own);
                int back = events.causeBack()[own];
                at[id] = times[own];
                causeBack[id] = back == 0 ? 0 : id - run.event(own - back);
                place[id] = run.placeOf(events.place()[own]);
                from[id] = run.placeOf(events.from()[own]);
                to[id] = run.placeOf(events.to()[own]);
                request[id] = events.request()[own] < 0 ? -1 : events.request()[own] + run.requests();
                message[id] = events.message()[own] == 0 ? 0 : events.message()[own] + run.messages();
            }
        }
        for (int id = count - 1; id > 0; id--) {
            at[id] -= at[id - 1];
        }
        String[] text = new String[count];
        Stream.of(a, b)
                .forEach(run -> IntStream.range(0, run.events().count())
                        .forEach(own ->
                                text[run.event(own)] = run.events().text().get(own)));
        return new EventColumns(
                places,
                at,
                place,
                column(run -> run.events().life()),
                causeBack,
                column(run -> run.events().kind()),
                column(run -> run.events().minor()),
                message,
                column(run -> run.events().type()),
                from,
                to,
                column(run -> run.events().copy()),
                request,
                List.of(text));
    }

    private int[] column(Function<Run, int[]> of) {
        int[] column = new int[a.merged().length + b.merged().length];
        for (Run run : List.of(a, b)) {
            int[] own = of.apply(run);
            IntStream.range(0, own.length).forEach(i -> column[run.event(i)] = own[i]);
        }
        return column;
    }

    /** What is no server and no client is the same place in both. */
    private int placeOfB(String name) {
        boolean hasLane = Character.isDigit(name.charAt(name.length() - 1));
        String named = hasLane ? name + MARK : name;
        if (!places.contains(named)) {
            places.add(named);
        }
        return places.indexOf(named);
    }

    private static long[] times(EventColumns events) {
        long[] times = events.at().clone();
        for (int i = 1; i < times.length; i++) {
            times[i] += times[i - 1];
        }
        return times;
    }

    /** The numbers that the events of two runs get in the order of their times; of the same time the first run's come first. */
    private static int[][] merged(long[] a, long[] b) {
        int[][] merged = {new int[a.length], new int[b.length]};
        int i = 0;
        int j = 0;
        while (i + j < a.length + b.length) {
            if (j == b.length || i < a.length && a[i] <= b[j]) {
                merged[0][i] = i + j;
                i++;
            } else {
                merged[1][j] = i + j;
                j++;
            }
        }
        return merged;
    }
}
