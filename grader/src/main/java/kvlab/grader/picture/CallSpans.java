package kvlab.grader.picture;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kvlab.api.Status;
import kvlab.diagnostic.Quote;
import kvlab.history.Call;
import kvlab.history.History;
import kvlab.history.Linearizability.NotLinearizable;
import kvlab.history.LinearizabilityChecker;
import kvlab.record.ClientEvent.Invoked;
import kvlab.record.ClientEvent.Returned;
import kvlab.record.Event;
import kvlab.record.Place;

/** The calls of clients, from their invocation to their return, and what the checker found out about them. */
final class CallSpans {
    private final List<Event> invoked = new ArrayList<>();
    private final Map<Event, Event> returned = new HashMap<>();
    private final History history;

    CallSpans(List<Event> events, History history) {
        this.history = history;
        Map<Place, Event> open = new HashMap<>();
        for (Event event : events) {
            if (event.what() instanceof Invoked) {
                open.put(event.place(), event);
                invoked.add(event);
            } else if (event.what() instanceof Returned && open.containsKey(event.place())) {
                returned.put(open.remove(event.place()), event);
            }
        }
    }

    List<PictureData.CallSpan> spans() {
        Map<Integer, Integer> order = new HashMap<>();
        int unplaceable = -1;
        if (new LinearizabilityChecker().check(history) instanceof NotLinearizable found) {
            found.prefix().stream().map(Call::number).forEach(number -> order.put(number, order.size() + 1));
            unplaceable = found.unplaceable().number();
        }
        List<PictureData.CallSpan> spans = new ArrayList<>();
        for (int number = 0; number < invoked.size(); number++) {
            Event begin = invoked.get(number);
            Event end = returned.get(begin);
            Invoked call = (Invoked) begin.what();
            spans.add(new PictureData.CallSpan(
                    (int) begin.id(),
                    end == null ? -1 : (int) end.id(),
                    call.call().toString(),
                    Quote.of(call.call().key()),
                    end == null ? "" : outcome((Returned) end.what()),
                    order.getOrDefault(number, 0),
                    number == unplaceable ? 1 : 0));
        }
        return spans;
    }

    private static String outcome(Returned end) {
        return end.status() == Status.SUCCESS
                ? end.value().map(Quote::of).orElse("done")
                : end.status().toString();
    }
}
