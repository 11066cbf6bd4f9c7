package kvlab.grader.difference;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kvlab.record.ClientEvent.Invoked;
import kvlab.record.ClientEvent.Returned;
import kvlab.record.Event;
import kvlab.record.Place;

/** The calls of each client with how they ended, in the order in which the client made them. */
record EndedCalls(Map<Place, List<Call>> byClient) {

    /** A call, and its end unless it had none. */
    record Call(Event begin, Optional<Event> end) {
        private String text() {
            return ((Invoked) begin.what()).call().toString();
        }

        /** How it ended, in words. */
        String outcome() {
            return end.map(event -> event.what().toString()).orElse("its call has no end");
        }

        private boolean endsAs(Call other) {
            return end.map(Event::what).equals(other.end.map(Event::what));
        }
    }

    /** The same call in two runs. */
    record Pair(Call one, Call other) {}

    static EndedCalls of(List<Event> events) {
        Map<Place, List<Call>> byClient = new LinkedHashMap<>();
        Map<Place, Integer> open = new HashMap<>();
        for (Event event : events) {
            List<Call> calls = byClient.computeIfAbsent(event.place(), place -> new ArrayList<>());
            if (event.what() instanceof Invoked) {
                open.put(event.place(), calls.size());
                calls.add(new Call(event, Optional.empty()));
            } else if (event.what() instanceof Returned && open.containsKey(event.place())) {
                int number = open.remove(event.place());
                calls.set(number, new Call(calls.get(number).begin(), Optional.of(event)));
            }
        }
        return new EndedCalls(byClient);
    }

    /** The earliest call that both runs make and that ends otherwise in the other run. */
    Optional<Pair> firstWithAnotherEnd(EndedCalls other) {
        return byClient.keySet().stream()
                .flatMap(client -> firstWithAnotherEnd(byClient.get(client), other.byClient.get(client)).stream())
                .min((one, two) ->
                        Long.compare(one.one().begin().id(), two.one().begin().id()));
    }

    /** A client whose next call is another one does something else from then on. */
    private static Optional<Pair> firstWithAnotherEnd(List<Call> calls, List<Call> others) {
        for (int i = 0; others != null && i < Math.min(calls.size(), others.size()); i++) {
            Call one = calls.get(i);
            Call other = others.get(i);
            if (!one.text().equals(other.text())) {
                return Optional.empty();
            } else if (!one.endsAs(other)) {
                return Optional.of(new Pair(one, other));
            }
        }
        return Optional.empty();
    }
}
