package kvlab.history;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Records calls as they begin and end. The order of these notices is their order in real time; the times given are for
 * people. A call whose end is never noticed is pending, and its client may go on with another.
 *
 * <p>Not for use by several threads at once.
 */
public final class HistoryRecorder {
    private static final Outcome PENDING = new Outcome.Pending();

    private final List<Call> calls = new ArrayList<>();
    private int position;

    /** A client begins a call. The answer is the handle by which its end is reported. */
    public Call invoked(long client, Operation operation, Duration at) {
        Call call = new Call(calls.size(), client, operation, new Moment(position, at), PENDING);
        calls.add(call);
        position++;
        return call;
    }

    /** A put or append returned successfully. */
    public void returned(Call write, Duration at) {
        if (write.operation() instanceof Get) {
            throw new IllegalArgumentException("a get returns a value: tell what " + write + " read");
        }
        end(write, "", at);
    }

    /** A get returned this value. */
    public void returned(Call get, String value, Duration at) {
        Objects.requireNonNull(value, "value");
        if (!(get.operation() instanceof Get)) {
            throw new IllegalArgumentException("only a get returns a value, not " + get);
        }
        end(get, value, at);
    }

    /** The call is known to have had no effect and never to have one: it is taken out. */
    public void discard(Call call) {
        requireOpen(call);
        calls.set(call.number(), null);
    }

    /** All that was noted so far. */
    public History history() {
        return new History(calls.stream().filter(Objects::nonNull).toList());
    }

    private void end(Call call, String value, Duration at) {
        requireOpen(call);
        calls.set(call.number(), call.with(new Outcome.Returned(new Moment(position, at), value)));
        position++;
    }

    private void requireOpen(Call call) {
        if (call.number() >= calls.size() || calls.get(call.number()) != call) {
            throw new IllegalStateException(
                    call + " is not open here: it ended, was discarded, or is another recorder's");
        }
    }
}
