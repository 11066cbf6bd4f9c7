package kvlab.grader.difference;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kvlab.grader.difference.VisibleEvents.Commands;
import kvlab.grader.difference.VisibleEvents.Fork;
import kvlab.record.Event;
import kvlab.record.Place;
import kvlab.record.Recording;
import kvlab.record.Timeline;

/** Where two runs part, in words for the person who wrote the code. */
public final class Difference {
    private static final int SHOWN_BEFORE = 3;
    private static final int SHOWN_PLACES = 4;
    private static final int SHOWN_LENGTH = 180;
    private static final VisibleEvents NOTHING = new VisibleEvents(List.of(), Commands.COMPARED);

    private final VisibleEvents one;
    private final VisibleEvents other;
    private final Fork fork;

    /** The first event whose commands are not written alike, if the runs do the same beyond that. */
    private final Optional<Fork> otherCommands;

    /** Compares run A with run B. */
    public Difference(Recording one, Recording other) {
        VisibleEvents a = VisibleEvents.of(one);
        VisibleEvents b = VisibleEvents.of(other);
        Fork strict = a.fork(b);
        VisibleEvents looseA = a.without(Commands.IGNORED);
        VisibleEvents looseB = b.without(Commands.IGNORED);
        Fork loose = looseA.fork(looseB);
        boolean otherwiseAlike = loose.common() > strict.common();
        this.one = otherwiseAlike ? looseA : a;
        this.other = otherwiseAlike ? looseB : b;
        this.fork = otherwiseAlike ? loose : strict;
        this.otherCommands = otherwiseAlike ? Optional.of(strict) : Optional.empty();
    }

    /** The event of run A in which the two first differ, unless A is over then, or they do not differ. */
    public Optional<Event> partingOfA() {
        return fork.one();
    }

    /** The same of run B. */
    public Optional<Event> partingOfB() {
        return fork.other();
    }

    /** Whether nobody can tell the runs apart. */
    public boolean isNone() {
        return fork.isNone() && otherCommands.isEmpty();
    }

    /** The lines: where they part, whom that reaches, and the first call that ends otherwise. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        otherCommands.ifPresent(strict -> {
            lines.add("Their commands are not written alike, which is left out of the comparison from here on:");
            addBoth(lines, strict);
        });
        if (fork.isNone()) {
            lines.add(
                    "The two runs do the same: " + fork.common()
                            + " events, of servers, clients and messages. What the code holds and how it waits is not compared.");
            return lines;
        }
        Event first = fork.first();
        lines.add((fork.common() == 0
                        ? "They part at once, at "
                        : "They do the same for " + fork.common() + " events, and part at "
                                + Timeline.seconds(first.at()) + ", at ")
                + first.place() + ":");
        List<Event> before = one.events().subList(0, fork.common()).stream()
                .filter(event -> event.place().equals(first.place()))
                .toList();
        before.subList(Math.max(0, before.size() - SHOWN_BEFORE), before.size())
                .forEach(event -> lines.add("  both " + line(event)));
        addBoth(lines, fork);
        addReached(lines, first.place());
        EndedCalls.of(one.events())
                .firstWithAnotherEnd(EndedCalls.of(other.events()))
                .ifPresent(pair -> {
                    lines.add("The first call that ends otherwise is one of "
                            + pair.one().begin().place() + ":");
                    lines.add("  A    " + EndedCalls.outcome(pair.one()));
                    lines.add("  B    " + EndedCalls.outcome(pair.other()));
                });
        return lines;
    }

    private void addReached(List<String> lines, Place first) {
        Map<Place, Fork> reached = new LinkedHashMap<>();
        Map<Place, VisibleEvents> ones = one.byPlace();
        Map<Place, VisibleEvents> others = other.byPlace();
        Set<Place> places = new LinkedHashSet<>(ones.keySet());
        places.addAll(others.keySet());
        for (Place place : places) {
            Fork there = ones.getOrDefault(place, NOTHING).fork(others.getOrDefault(place, NOTHING));
            if (place.runsSubmission() && !place.equals(first.withoutLife()) && !there.isNone()) {
                reached.put(place, there);
            }
        }
        if (!reached.isEmpty()) {
            lines.add("From there it reaches:");
        }
        reached.values().stream()
                .sorted(Comparator.comparing(there -> there.first().at()))
                .limit(SHOWN_PLACES)
                .forEach(there -> addBoth(lines, there));
        if (reached.size() > SHOWN_PLACES) {
            lines.add("  and " + (reached.size() - SHOWN_PLACES) + " more");
        }
    }

    private static String line(Event event) {
        String line = Timeline.line(event);
        return line.length() <= SHOWN_LENGTH ? line : line.substring(0, SHOWN_LENGTH) + "...";
    }

    private static void addBoth(List<String> lines, Fork fork) {
        lines.add("  A    " + fork.one().map(Difference::line).orElse("nothing more"));
        lines.add("  B    " + fork.other().map(Difference::line).orElse("nothing more"));
    }
}
