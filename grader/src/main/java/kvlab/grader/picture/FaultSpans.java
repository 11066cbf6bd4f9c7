package kvlab.grader.picture;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Predicate;
import kvlab.net.Fault;
import kvlab.record.Event;
import kvlab.record.FaultEvent.Cut;
import kvlab.record.FaultEvent.Healed;
import kvlab.record.FaultEvent.Repair;
import kvlab.record.InjectedFault;
import kvlab.record.Place;

/** From when until when the faults of the network hold. */
final class FaultSpans {
    private static final int AT_ONCE = -2;

    private final List<PictureData.FaultSpan> spans = new ArrayList<>();
    private final List<Open> open = new ArrayList<>();

    /** A fault that holds: its event, and of servers that are cut off those that are so still. */
    private record Open(Event begin, InjectedFault fault, TreeSet<Integer> servers) {}

    FaultSpans(List<Event> events) {
        for (Event event : events) {
            if (event.what() instanceof Cut cut) {
                begin(event, cut.fault());
            } else if (event.what() instanceof Healed healed) {
                end((int) event.id(), healed);
            }
        }
        open.forEach(each -> add(each, -1));
        spans.sort(Comparator.comparingInt(PictureData.FaultSpan::event));
    }

    List<PictureData.FaultSpan> spans() {
        return spans;
    }

    private void begin(Event event, InjectedFault fault) {
        TreeSet<Integer> servers = new TreeSet<>(fault instanceof Fault.CutOff cut ? cut.servers() : List.of());
        Open begun = new Open(event, fault, servers);
        if (fault instanceof Fault.Silence || fault instanceof Fault.PeriodCut || fault instanceof Fault.PeriodSlow) {
            add(begun, AT_ONCE);
            return;
        }
        if (isShape(fault)) {
            endAll((int) event.id(), each -> isShape(each.fault())); // a new shape of the network replaces the former
        }
        open.add(begun);
    }

    private static boolean isShape(InjectedFault fault) {
        return fault instanceof Fault.Partition
                || fault instanceof Fault.Star
                || fault instanceof Fault.Bridge
                || fault instanceof Fault.Ring;
    }

    private void end(int at, Healed healed) {
        List<Integer> from = numbers(healed.from());
        List<Integer> to = numbers(healed.to());
        if (healed.repair() == Repair.RECONNECTED) {
            open.forEach(each -> each.servers().removeAll(from));
        }
        endAll(at, each -> switch (healed.repair()) {
            case ALL -> true;
            case RECONNECTED ->
                each.fault() instanceof Fault.CutOff && each.servers().isEmpty();
            case HEARD ->
                each.fault() instanceof Fault.OneWay cut && from.containsAll(cut.from()) && to.containsAll(cut.to());
            case RELEASED ->
                each.fault() instanceof Fault.Stalled stalled
                        && from.contains(stalled.from())
                        && to.contains(stalled.to());
            case CLIENT ->
                each.fault() instanceof Fault.Confined confined
                        && healed.from().stream()
                                .anyMatch(client -> client.name().equals(confined.client()));
        });
    }

    private static List<Integer> numbers(List<Place> places) {
        return places.stream().map(Place::number).toList();
    }

    private void endAll(int at, Predicate<Open> which) {
        for (Iterator<Open> each = open.iterator(); each.hasNext(); ) {
            Open fault = each.next();
            if (which.test(fault)) {
                add(fault, at);
                each.remove();
            }
        }
    }

    private void add(Open fault, int end) {
        spans.add(new PictureData.FaultSpan(
                (int) fault.begin().id(), end, fault.fault().toString()));
    }
}
