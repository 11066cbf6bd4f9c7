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
import kvlab.record.ClientEvent.Returned;
import kvlab.record.Event;
import kvlab.record.RecordedCall;

/** The calls of clients, from their invocation to their return, and what the checker found out about them. */
final class CallSpans {
    private final List<RecordedCall> calls;
    private final History history;

    CallSpans(List<Event> events, History history) {
        this.calls = RecordedCall.in(events);
        this.history = history;
    }

    List<PictureData.CallSpan> spans() {
        Map<Integer, Integer> order = new HashMap<>();
        int unplaceable = -1;
        if (new LinearizabilityChecker().check(history) instanceof NotLinearizable found) {
            found.prefix().stream().map(Call::number).forEach(number -> order.put(number, order.size() + 1));
            unplaceable = found.unplaceable().number();
        }
        List<PictureData.CallSpan> spans = new ArrayList<>();
        for (int number = 0; number < calls.size(); number++) {
            RecordedCall call = calls.get(number);
            spans.add(new PictureData.CallSpan(
                    (int) call.begin().id(),
                    call.end().map(end -> (int) end.id()).orElse(-1),
                    call.invocation().toString(),
                    Quote.of(call.invocation().key()),
                    call.outcome().map(CallSpans::words).orElse(""),
                    order.getOrDefault(number, 0),
                    number == unplaceable ? 1 : 0));
        }
        return spans;
    }

    private static String words(Returned end) {
        return end.status() == Status.SUCCESS
                ? end.value().map(Quote::of).orElse("done")
                : end.status().toString();
    }
}
