package kvlab.record;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A client's call in a record.
 *
 * @param begin the event with its {@link ClientEvent.Invoked}
 * @param end the event with its {@link ClientEvent.Returned}; empty if the record does not have that
 */
public record RecordedCall(Event begin, Optional<Event> end) {

    /** All calls among these events of a record, in the order in which they began. */
    public static List<RecordedCall> in(List<Event> events) {
        List<RecordedCall> calls = new ArrayList<>();
        Map<Place, Integer> open = new HashMap<>();
        for (Event event : events) {
            if (event.what() instanceof ClientEvent.Invoked) {
                open.put(event.place(), calls.size());
                calls.add(new RecordedCall(event, Optional.empty()));
            } else if (event.what() instanceof ClientEvent.Returned && open.containsKey(event.place())) {
                int number = open.remove(event.place());
                calls.set(number, new RecordedCall(calls.get(number).begin(), Optional.of(event)));
            }
        }
        return calls;
    }

    /** What was called. */
    public Invocation invocation() {
        return ((ClientEvent.Invoked) begin.what()).call();
    }

    /** How it ended. */
    public Optional<ClientEvent.Returned> outcome() {
        return end.map(event -> (ClientEvent.Returned) event.what());
    }
}
