package kvlab.grader.difference;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import kvlab.record.Event;
import kvlab.record.Place;
import kvlab.record.RecordedCall;

/** The calls of each client with how they ended, in the order in which the client made them. */
record EndedCalls(Map<Place, List<RecordedCall>> byClient) {

    /** The same call in two runs. */
    record Pair(RecordedCall one, RecordedCall other) {}

    static EndedCalls of(List<Event> events) {
        return new EndedCalls(RecordedCall.in(events).stream()
                .collect(Collectors.groupingBy(call -> call.begin().place(), LinkedHashMap::new, Collectors.toList())));
    }

    /** How a call ended, in words. */
    static String outcome(RecordedCall call) {
        return call.outcome().map(Object::toString).orElse("its call has no end");
    }

    /** The earliest call that both runs make and that ends otherwise in the other run. */
    Optional<Pair> firstWithAnotherEnd(EndedCalls other) {
        return byClient.keySet().stream()
                .flatMap(client ->
                        firstWithAnotherEnd(byClient.get(client), other.byClient.getOrDefault(client, List.of()))
                                .stream())
                .min((one, two) ->
                        Long.compare(one.one().begin().id(), two.one().begin().id()));
    }

    /** A client whose next call is another one does something else from then on. */
    private static Optional<Pair> firstWithAnotherEnd(List<RecordedCall> calls, List<RecordedCall> others) {
        for (int i = 0; i < Math.min(calls.size(), others.size()); i++) {
            Pair pair = new Pair(calls.get(i), others.get(i));
            if (!pair.one()
                    .invocation()
                    .toString()
                    .equals(pair.other().invocation().toString())) {
                return Optional.empty();
            } else if (!pair.one().outcome().equals(pair.other().outcome())) {
                return Optional.of(pair);
            }
        }
        return Optional.empty();
    }
}
