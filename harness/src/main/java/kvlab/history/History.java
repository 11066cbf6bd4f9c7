package kvlab.history;

import java.util.List;

/** Calls on a key/value store, in the order in which they were invoked. */
public record History(List<Call> calls) {
    public History {
        calls = List.copyOf(calls);
        int last = -1;
        for (Call call : calls) {
            if (call.invoked().position() <= last) {
                throw new IllegalArgumentException("call " + call.number() + ", invoked at position "
                        + call.invoked().position() + ", stands after a call invoked at position " + last);
            }
            last = call.invoked().position();
        }
    }

    /** The keys that were used, in the order of their first use. */
    public List<String> keys() {
        return calls.stream().map(call -> call.operation().key()).distinct().toList();
    }
}
